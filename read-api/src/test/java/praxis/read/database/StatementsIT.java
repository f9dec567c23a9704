package praxis.read.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.Test;

import praxis.read.TestDatabase;
import praxis.read.appointments.AppointmentQueries;
import praxis.read.appointments.DayQueries;
import praxis.read.calendar.CalendarQueries;
import praxis.read.commands.CommandQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.events.EventQueries;
import praxis.read.integration.IntegrationQueries;
import praxis.read.pages.PageQueries;
import praxis.read.patients.LinkQueries;
import praxis.read.patients.PatientQueries;
import praxis.read.reviews.EvidenceQueries;
import praxis.read.reviews.ReviewQueries;
import praxis.read.settings.SettingsQueries;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every statement is one that PostgreSQL understands, for the role that sends it. */
class StatementsIT {
    @Test
    void preparesEveryStatement() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        Jdbi jdbi = Jdbi.create(database.url());
        List<String> prepared = new ArrayList<>();
        try (Connection reader = database.as(TestDatabase.READER)) {
            for (Question question : questions()) {
                ParsedSql sql =
                        jdbi.getConfig(SqlStatements.class)
                                .getSqlParser()
                                .parse(question.sql(), null);
                try (PreparedStatement statement = reader.prepareStatement(sql.getSql())) {
                    statement.getParameterMetaData();
                    prepared.add(question.sql());
                }
            }
        }
        assertThat(prepared).hasSize(32);
    }

    private static List<Question> questions() {
        return Stream.of(
                        AppointmentQueries.class,
                        DayQueries.class,
                        PageQueries.class,
                        PatientQueries.class,
                        LinkQueries.class,
                        EventQueries.class,
                        ReviewQueries.class,
                        EvidenceQueries.class,
                        CommandQueries.class,
                        CalendarQueries.class,
                        SettingsQueries.class,
                        IntegrationQueries.class)
                .flatMap(queries -> Arrays.stream(queries.getDeclaredFields()))
                .filter(field -> field.getType() == Question.class)
                .map(StatementsIT::value)
                .toList();
    }

    private static Question value(Field field) {
        try {
            field.setAccessible(true);
            return (Question) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
