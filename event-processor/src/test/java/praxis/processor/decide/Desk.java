package praxis.processor.decide;

import java.util.List;

/** A practice's desk: who is on file, and who registers. */
final class Desk {
    private static final List<String> FIRST =
            List.of("Ada", "Bruno", "Clara", "Dario", "Elif", "Frida", "Gustav", "Hedwig");
    private static final List<String> LAST =
            List.of("Adler", "Brecht", "Cordes", "Dirks", "Engel", "Fuchs", "Gruber", "Holm");

    private Desk() {}

    /** 64 people who have nothing to do with it. */
    static void fill(Practice practice) {
        for (int i = 0; i < FIRST.size() * LAST.size(); i++) {
            practice.files(
                    Card.of(FIRST.get(i % FIRST.size()), LAST.get(i / FIRST.size()))
                            .email("patient" + i + "@example.org")
                            .born("19%02d-%02d-%02d".formatted(30 + i, 1 + i % 12, 1 + i % 28)));
        }
    }

    static Card card(String first, String last, String born) {
        return Card.of(first, last).email("lindqvist@example.org").born(born);
    }

    static Webhook newcomer(String first, String last, String born) {
        return newcomer("B1", first, last, born);
    }

    static Webhook newcomer(String id, String first, String last, String born) {
        return Webhook.patientCreated(id)
                .named(first, last)
                .email("lindqvist@example.org")
                .born(born);
    }
}
