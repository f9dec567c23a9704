package praxis.sandbox.tool;

import java.util.List;

/** What a physiotherapist's practice offers, and who works there; nobody in particular. */
final class Offers {
    static final List<String> THERAPISTS =
            List.of("Clara Sommer", "Dr. Jens Winter", "Nele Herbst", "Tom Lenz");
    static final List<String> SERVICES =
            List.of(
                    "Krankengymnastik",
                    "Manuelle Therapie",
                    "Lymphdrainage",
                    "Erstbefund",
                    "Massage",
                    "Rückenschule");
    static final List<String> SOURCES =
            List.of("webseite", "telefon", "empfehlung", "praxisschild");

    private Offers() {}
}
