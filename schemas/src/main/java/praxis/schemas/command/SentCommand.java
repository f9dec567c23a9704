package praxis.schemas.command;

import java.util.UUID;

/**
 * A command as it stands on the log. Says nothing of the time: sent again, it is the same bytes.
 *
 * @param id the same for each repetition of one request
 */
public record SentCommand(UUID id, Sender by, StaffCommand command) {
    /** The longest {@code sub} and role that a command can carry. */
    public static final int LONGEST_TEXT = 200;

    /**
     * Who ordered it.
     *
     * @param sub the login
     * @param role as the token said
     */
    public record Sender(String sub, String role) {}
}
