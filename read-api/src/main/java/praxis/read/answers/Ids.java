package praxis.read.answers;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids in paths; what is no id is simply not there. */
public final class Ids {
    // UUID.fromString alone would also take "1-2-3-4-5".
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    public static Optional<UUID> uuid(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
