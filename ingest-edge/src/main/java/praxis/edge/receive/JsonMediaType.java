package praxis.edge.receive;

import java.util.List;
import java.util.regex.Pattern;

/** Whether a content type says JSON (RFC 8259, RFC 6839) in UTF-8. */
final class JsonMediaType {
    private static final String USUAL = "application/json";
    private static final Pattern FORM =
            Pattern.compile(
                    "application/(json|[!#$&^_.+a-z0-9-]+\\+json)\\s*(;(?<parameters>.*))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_CHARSET =
            Pattern.compile(
                    "(.*;)?\\s*charset\\s*=\\s*+(?!\"?utf-8\"?\\s*(;|$)).*",
                    Pattern.CASE_INSENSITIVE);

    private JsonMediaType() {}

    /** Of none, or of several that may contradict each other, it does not. */
    static boolean isSaidBy(List<String> contentTypes) {
        if (contentTypes.size() != 1) {
            return false;
        }
        String contentType = contentTypes.getFirst().strip();
        if (contentType.equals(USUAL)) {
            return true;
        }
        var matcher = FORM.matcher(contentType);
        if (!matcher.matches()) {
            return false;
        }
        String parameters = matcher.group("parameters");
        return parameters == null || !OTHER_CHARSET.matcher(parameters).matches();
    }
}
