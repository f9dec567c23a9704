package praxis.sandbox.tool;

import java.util.List;

/** Common German names and what a physiotherapist's practice offers; nobody in particular. */
final class Names {
    static final List<String> WOMEN =
            List.of(
                    "Anna",
                    "Bärbel",
                    "Britta",
                    "Emilia",
                    "Franziska",
                    "Greta",
                    "Hannelore",
                    "Ingrid",
                    "Jana",
                    "Käthe",
                    "Lea",
                    "Lieselotte",
                    "Marie-Luise",
                    "Mia",
                    "Renate",
                    "Sabine",
                    "Sophie",
                    "Ursula",
                    "Zeynep");
    static final List<String> MEN =
            List.of(
                    "Andreas",
                    "Ben",
                    "Björn",
                    "Emil",
                    "Fritz",
                    "Günther",
                    "Hans-Peter",
                    "Jonas",
                    "Jörg",
                    "Karl-Heinz",
                    "Lukas",
                    "Mehmet",
                    "Noah",
                    "Paul",
                    "Rainer",
                    "Stefan",
                    "Uwe",
                    "Wolfgang");
    static final List<String> FAMILIES =
            List.of(
                    "Bauer",
                    "Becker",
                    "von Berg",
                    "Fischer",
                    "Groß",
                    "Hoffmann",
                    "Jäger",
                    "Kaya",
                    "Klein",
                    "Köhler",
                    "Krüger",
                    "Lange",
                    "Maier",
                    "Meyer",
                    "Müller",
                    "Müller-Lüdenscheidt",
                    "Neumann",
                    "Richter",
                    "Schäfer",
                    "Schmidt",
                    "Schröder",
                    "Schulz",
                    "Vogel",
                    "Wagner",
                    "Weiß",
                    "Yılmaz",
                    "zu Felde");
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

    private Names() {}
}
