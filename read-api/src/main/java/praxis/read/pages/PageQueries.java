package praxis.read.pages;

import static praxis.read.database.Columns.filled;

import praxis.read.access.Caller;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;

import java.time.ZoneId;

/** Finds what every page shows alike. */
public final class PageQueries {
    private static final ZoneId USUAL = ZoneId.of("Europe/Berlin");

    private static final Question ZONE = Question.of("select time_zone from read.practices");

    private final CallerQueries database;

    public PageQueries(CallerQueries database) {
        this.database = database;
    }

    /** By whose clock a practice works. */
    ZoneId zone(Caller caller) {
        return database
                .list(
                        caller,
                        ZONE,
                        query -> query,
                        (row, _) -> ZoneId.of(filled(new Columns(row).text())))
                .stream()
                .findFirst()
                .orElse(USUAL);
    }
}
