package praxis.processor.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a statement after what it does to which tables, so that a new one has a name at once. */
final class StatementName {
    private static final Pattern DEED =
            Pattern.compile(
                    "\\b(insert into|update|delete from|copy|from|join|discard)\\s+"
                            + "([a-z_]+\\.[a-z_]+|plans)");

    private StatementName() {}

    static String of(String sql) {
        Matcher deeds = DEED.matcher(sql.toLowerCase(Locale.ROOT));
        List<String> words = new ArrayList<>();
        while (deeds.find()) {
            words.add(deeds.group(1) + " " + deeds.group(2));
        }
        String told = words.isEmpty() ? "statement" : String.join(", ", words);
        // Two that do the same in other words are two statements all the same.
        return told + " #" + Integer.toHexString(sql.hashCode());
    }
}
