package praxis.processor.trouble;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells a failure by the kinds of its exceptions and its place in our code. Never by their
 * messages: drivers and libraries quote statements, arguments and rows there.
 */
public final class Trouble {
    private static final int MOST_CAUSES = 5;
    private static final String OUR_CODE = "praxis.";

    private Trouble() {}

    public static String describe(Throwable failure) {
        List<Throwable> chain = chain(failure);
        List<String> kinds = chain.stream().map(Trouble::kind).distinct().toList();
        String place =
                chain.reversed().stream()
                        .flatMap(each -> Arrays.stream(each.getStackTrace()))
                        .filter(frame -> frame.getClassName().startsWith(OUR_CODE))
                        .findFirst()
                        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse("");
        return String.join(", caused by ", kinds) + place;
    }

    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        @Nullable Throwable next = failure;
        while (next != null && chain.size() < MOST_CAUSES) {
            chain.add(next);
            next = next.getCause();
        }
        return chain;
    }

    private static String kind(Throwable each) {
        String name = each.getClass().getSimpleName();
        return each instanceof SQLException sql && sql.getSQLState() != null
                ? name + " " + sql.getSQLState() + meaning(sql.getSQLState())
                : name;
    }

    /** In words where an operator can do something about it. */
    private static String meaning(String sqlState) {
        return switch (sqlState.length() < 2 ? "" : sqlState.substring(0, 2)) {
            case "08" -> " (not reachable)";
            case "28" -> " (login refused)";
            case "3D" -> " (no such database)";
            case "42" -> sqlState.equals("42501") ? " (not permitted)" : "";
            case "53" -> " (out of resources)";
            case "57" -> " (starting or stopping)";
            default -> "";
        };
    }
}
