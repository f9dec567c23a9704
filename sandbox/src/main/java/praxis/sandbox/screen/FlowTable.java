package praxis.sandbox.screen;

import praxis.sandbox.database.FlowCounts;
import praxis.sandbox.tool.ToolCounts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A line per second on what flows; its headings come again so that they stay in sight. */
public final class FlowTable {
    private static final int LINES_PER_HEADING = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final String HEADING =
            """
            %10s| booking tool                    | event log                                  | tables
            %10s|   sent accepted retried refused | success duplicate  stale  review    error | patients appointments parked\
            """
                    .formatted("", "");

    private final Screen screen;
    private int lines;
    private String shown = "";

    public FlowTable(Screen screen) {
        this.screen = screen;
    }

    /** Says nothing when nothing has changed. */
    public void show(Instant now, ToolCounts tool, FlowCounts flow) {
        String line =
                "| %6d %8d %7d %7d | %7d %9d %6d %7d %8d | %8d %12d %6d"
                        .formatted(
                                tool.sent(),
                                tool.accepted(),
                                tool.retried(),
                                tool.rejected() + tool.givenUp(),
                                flow.rows("success"),
                                flow.rows("duplicate"),
                                flow.rows("stale"),
                                flow.rows("needs_review"),
                                flow.rows("error"),
                                flow.patients(),
                                flow.appointments(),
                                flow.parked());
        if (line.equals(shown)) {
            return;
        }
        if (lines % LINES_PER_HEADING == 0) {
            screen.say(HEADING);
        }
        lines++;
        shown = line;
        screen.say(" " + TIME.format(now) + " " + line);
    }
}
