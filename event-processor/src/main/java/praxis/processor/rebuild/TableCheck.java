package praxis.processor.rebuild;

import praxis.processor.apply.PracticeTables;
import praxis.processor.model.Settings;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Holds the tables against what the log adds up to; names the first bad row of each table. */
final class TableCheck {
    private final List<Finding> findings = new ArrayList<>();

    private TableCheck() {}

    static List<Finding> compare(
            Map<PracticeId, PracticeTables> expected, Map<PracticeId, PracticeTables> actual) {
        TableCheck check = new TableCheck();
        Set<PracticeId> practices = new TreeSet<>(expected.keySet());
        practices.addAll(actual.keySet());
        for (PracticeId practice : practices) {
            check.compare(
                    practice,
                    expected.getOrDefault(practice, PracticeTables.empty(Settings.DEFAULT)),
                    actual.getOrDefault(practice, PracticeTables.empty(Settings.DEFAULT)));
        }
        return check.findings;
    }

    private void compare(PracticeId practice, PracticeTables expected, PracticeTables actual) {
        if (!expected.lastSignOfLife().equals(actual.lastSignOfLife())) {
            find(practice, "practices", practice.value(), "last_sign_of_life differs from the log");
        }
        if (!expected.settings().equals(actual.settings())) {
            find(practice, "practices", practice.value(), "settings differ from the log");
        }
        if (!expected.directory().equals(actual.directory())) {
            find(practice, "therapists", "(all)", "the therapists are not those of the log");
        }
        compare(practice, "patients", expected, actual, tables -> tables.patients());
        compare(practice, "booking_patients", expected, actual, tables -> tables.bookingPatients());
        compare(practice, "appointments", expected, actual, tables -> tables.appointments());
        compare(practice, "taken_identities", expected, actual, tables -> tables.identities());
        compare(practice, "review_items", expected, actual, tables -> tables.reviews());
        compare(practice, "calendar_feeds", expected, actual, tables -> tables.calendarFeeds());
        // Keys are made of names and addresses: how many differ is all that can be told of them.
        if (!expected.matchKeys().equals(actual.matchKeys())) {
            find(practice, "match_keys", "(redacted)", "the index is not that of the patients");
        }
        if (!expected.counts().equals(actual.counts())) {
            find(practice, "name_counts", "(redacted)", "the counts are not those of the patients");
        }
        if (!expected.keptApart().equals(actual.keptApart())) {
            find(practice, "kept_apart", "(all)", "the pairs are not those of the log");
        }
    }

    private void compare(
            PracticeId practice,
            String table,
            PracticeTables expected,
            PracticeTables actual,
            Function<PracticeTables, Map<?, ?>> rows) {
        Map<String, Object> wanted = byText(rows.apply(expected));
        Map<String, Object> found = byText(rows.apply(actual));
        Set<String> keys = new TreeSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            if (!Objects.equals(wanted.get(key), found.get(key))) {
                find(practice, table, key, whatIsWrong(wanted, found, key));
                return;
            }
        }
    }

    private static String whatIsWrong(
            Map<String, Object> wanted, Map<String, Object> found, String key) {
        if (!found.containsKey(key)) {
            return "the row is missing";
        }
        return wanted.containsKey(key)
                ? "the row differs from what the log adds up to"
                : "the row does not come from the log";
    }

    private static Map<String, Object> byText(Map<?, ?> rows) {
        Map<String, Object> byText = new TreeMap<>();
        rows.forEach((key, row) -> byText.put(key.toString(), row));
        return byText;
    }

    private void find(PracticeId practice, String table, String key, String what) {
        findings.add(new Finding(table + " of practice " + practice + ", " + key, what));
    }

    /** How many rows the tables hold together. */
    static long rows(Collection<PracticeTables> practices) {
        return practices.stream()
                .mapToLong(
                        tables ->
                                (long) tables.patients().size()
                                        + tables.bookingPatients().size()
                                        + tables.appointments().size()
                                        + tables.identities().size()
                                        + tables.reviews().size())
                .sum();
    }
}
