package praxis.read.commands;

import io.micronaut.http.HttpRequest;

import praxis.read.answers.Problem.BadParameter;
import praxis.read.answers.Reading;

import java.util.List;
import java.util.Optional;

/** What makes repetitions of a request one command: the header that says so, if there is one. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    static Reading<Optional<String>> read(HttpRequest<?> request) {
        List<String> given = request.getHeaders().getAll(HEADER);
        if (given.size() > 1 || !given.stream().allMatch(IdempotencyKey::isUsable)) {
            return new Reading.Refused<>(
                    List.of(
                            new BadParameter(
                                    HEADER,
                                    "Given once, 1 to " + LONGEST + " visible ASCII characters.")));
        }
        return new Reading.Valid<>(given.stream().findFirst());
    }

    private static boolean isUsable(String key) {
        return !key.isBlank()
                && key.length() <= LONGEST
                && key.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }
}
