package praxis.edge.answer;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every problem that the edge tells anybody about. */
public final class Problems {
    public static final Problem NOT_JSON =
            new Problem(
                    400,
                    "Bad Request",
                    "The body is not valid JSON in UTF-8. It was recorded, so that the practice"
                            + " sees it.");
    public static final Problem UNAUTHORIZED =
            new Problem(
                    401, "Unauthorized", "The request is not signed with a valid webhook secret.");
    public static final Problem UNUSABLE_ENVELOPE =
            new Problem(
                    422,
                    "Unprocessable Content",
                    "The body is JSON, but not an event. It was recorded, so that the practice"
                            + " sees it.");
    public static final Problem UNAVAILABLE =
            new Problem(
                    503,
                    "Service Unavailable",
                    "The event could not be stored just now. Please send it again.");
    public static final Problem TOO_LARGE =
            new Problem(413, "Content Too Large", "The body may have at most 262144 bytes.");
    public static final Problem NOT_JSON_MEDIA_TYPE =
            new Problem(
                    415,
                    "Unsupported Media Type",
                    "The content type must be application/json, in UTF-8.");
    public static final Problem HEADERS_TOO_LARGE =
            new Problem(
                    431, "Request Header Fields Too Large", "The request's headers are too large.");
    public static final Problem URI_TOO_LONG =
            new Problem(414, "URI Too Long", "The request's address is too long.");

    private static final Problem INTERNAL =
            new Problem(500, "Internal Server Error", "Something went wrong here.");

    private static final Map<Integer, Problem> BY_STATUS =
            List.of(
                            TOO_LARGE,
                            NOT_JSON_MEDIA_TYPE,
                            UNAVAILABLE,
                            INTERNAL,
                            new Problem(400, "Bad Request", "The request is not valid HTTP."),
                            new Problem(404, "Not Found", "There is nothing at this address."),
                            new Problem(
                                    405,
                                    "Method Not Allowed",
                                    "This address does not answer to that method."),
                            new Problem(406, "Not Acceptable", "The answer is JSON, or nothing."))
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(Problem::status, Function.identity()));

    private Problems() {}

    /** What the framework's own refusals say; anything unforeseen is our fault. */
    static Problem ofStatus(int status) {
        return BY_STATUS.getOrDefault(status, INTERNAL);
    }
}
