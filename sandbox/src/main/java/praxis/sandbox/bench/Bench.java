package praxis.sandbox.bench;

import praxis.sandbox.bench.report.Report;
import praxis.sandbox.screen.Screen;

import java.io.IOException;
import java.sql.SQLException;

/** One benchmark, told everything and ready to run. */
interface Bench {
    /** Says on {@code screen} what it is at; what it finds is in the report alone. */
    Report run(Screen screen) throws IOException, SQLException, InterruptedException;
}
