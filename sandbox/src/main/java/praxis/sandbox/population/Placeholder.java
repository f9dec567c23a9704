package praxis.sandbox.population;

import java.time.LocalDate;
import java.util.List;

/** What people and programs write where they know nothing. */
final class Placeholder {
    static final LocalDate BIRTH = LocalDate.of(1900, 1, 1);
    static final String NAME = "Unbekannt";
    static final String PHONE = "000000";

    private static final List<String> MAILBOXES =
            List.of(
                    "noreply@praxis.example",
                    "no-reply@example.org",
                    "unbekannt@praxis.example",
                    "keine@example.org");

    private Placeholder() {}

    static String mailbox(Chance chance) {
        return chance.pick(MAILBOXES);
    }
}
