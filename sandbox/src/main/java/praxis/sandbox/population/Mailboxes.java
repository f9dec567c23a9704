package praxis.sandbox.population;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Gives out e-mail addresses as providers do: of many shapes, and each to one only. All are in
 * domains that are reserved for examples (RFC 2606).
 */
public final class Mailboxes {
    private static final List<String> DOMAINS =
            List.of(
                    "example.org",
                    "post.example",
                    "example.org",
                    "web.example",
                    "example.net",
                    "mail.example",
                    "example.com",
                    "kabel.example",
                    "netz.example",
                    "buero.example");
    private static final List<String> NICKNAMES =
            List.of(
                    "sonnenblume",
                    "wirbelwind",
                    "kicker",
                    "gartenfreund",
                    "mausi",
                    "baerchen",
                    "radlerin",
                    "bergziege",
                    "skipper",
                    "katzenmama",
                    "lesewurm",
                    "oldtimer",
                    "kuchenfee",
                    "adler",
                    "schatzi",
                    "waldi",
                    "hobbykoch",
                    "segelfan",
                    "motte");

    /** Only a hash of each: a million addresses themselves would fill the memory. */
    private final Set<Long> taken = new HashSet<>();

    /** An address of somebody's own. */
    public String own(Name name, int birthYear, Chance chance) {
        String first = plain(name.first());
        String last = plain(name.last());
        String local =
                switch (chance.between(0, 11)) {
                    case 0, 1, 2 -> first + "." + last;
                    case 3 -> first.charAt(0) + "." + last;
                    case 4 -> last + "." + first;
                    case 5 -> first + last;
                    case 6 -> first + "_" + last + twoDigits(birthYear);
                    case 7 -> first + "." + last + twoDigits(birthYear);
                    case 8 -> last + chance.between(1, 999);
                    case 9 -> first + chance.between(10, 9999);
                    case 10 -> first.charAt(0) + start(last) + chance.between(1, 99);
                    default -> chance.pick(NICKNAMES) + chance.between(1, 9999);
                };
        return free(local, chance);
    }

    /** An address that a whole family reads. */
    String familys(String lastName, Chance chance) {
        String last = plain(lastName);
        String local =
                switch (chance.between(0, 3)) {
                    case 0 -> "familie." + last;
                    case 1 -> "fam-" + last;
                    case 2 -> "die." + last + "s";
                    default -> last + ".zuhause";
                };
        return free(local, chance);
    }

    private String free(String wished, Chance chance) {
        String domain = chance.pick(DOMAINS);
        String address = wished + "@" + domain;
        while (!taken.add(hash(address))) {
            address = wished + chance.between(1, 99_999) + "@" + domain;
        }
        return address;
    }

    private static String twoDigits(int year) {
        return "%02d".formatted(year % 100);
    }

    private static String start(String last) {
        return last.substring(0, Math.min(last.length(), 4));
    }

    /** Letters that every address may have. */
    private static String plain(String name) {
        String lower =
                name.toLowerCase(Locale.GERMAN)
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("ß", "ss")
                        .replace("ı", "i")
                        .replace("ł", "l");
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^a-z-]", "");
    }

    /** FNV-1a. Two addresses with one hash would only make the second one look taken. */
    private static long hash(String address) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < address.length(); i++) {
            hash = (hash ^ address.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
