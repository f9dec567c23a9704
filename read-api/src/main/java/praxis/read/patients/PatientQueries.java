package praxis.read.patients;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.statement.StatementContext;

import praxis.read.access.Caller;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;
import praxis.read.patients.PatientFilter.Place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the patients that a caller sees. */
public final class PatientQueries {
    private static final Question ONE =
            Question.of(
                    """
                    select
                        id, first_name, last_name, email, phone, date_of_birth, gender,
                        booking_system_id, booking_email, therapist_id, user_id,
                        (select appointments from read.waiting where patient_id = :id)
                    from read.patients
                    where id = :id
                    """);

    private static final Question SORTED =
            Question.plannedEachTime(
                    """
                    select
                        id, first_name, last_name, email, phone, date_of_birth, gender,
                        booking_system_id, booking_email, therapist_id, user_id,
                        last_name_order, first_name_order
                    from read.patients
                    where (last_name_order, first_name_order, id)
                            > (:last_name, :first_name, cast(:id as uuid))
                        and (cardinality(cast(:words as text[])) = 0
                            or concat_ws(' ', first_name, last_name, email, booking_email,
                                booking_system_id) collate "pg_c_utf8" ilike all (:words))
                    order by last_name_order, first_name_order, id
                    limit :limit
                    """);

    // Before every other: nobody's name is shorter than none, and no id is lower than this one.
    private static final Place START = new Place("", "", new UUID(0, 0));

    private final CallerQueries database;

    public PatientQueries(CallerQueries database) {
        this.database = database;
    }

    /** A patient and where it stands in the list. */
    record Listed(PatientView patient, Place place) {}

    Optional<PatientDetailView> one(Caller caller, UUID id) {
        return database
                .list(caller, ONE, query -> query.bind("id", id), PatientQueries::detail)
                .stream()
                .findFirst();
    }

    /** One more than the filter's limit where the list goes on. */
    List<Listed> sorted(Caller caller, PatientFilter filter) {
        Place after = filter.after().orElse(START);
        return database.list(
                caller,
                SORTED,
                query ->
                        query.bind("last_name", after.lastName())
                                .bind("first_name", after.firstName())
                                .bind("id", after.id())
                                .bindArray("words", String.class, filter.words().patterns())
                                .bind("limit", filter.limit() + 1),
                PatientQueries::row);
    }

    private static PatientDetailView detail(ResultSet result, StatementContext context)
            throws SQLException {
        Columns columns = new Columns(result);
        return PatientDetailView.of(patient(columns), columns.number());
    }

    private static Listed row(ResultSet result, StatementContext context) throws SQLException {
        Columns columns = new Columns(result);
        PatientView patient = patient(columns);
        return new Listed(
                patient, new Place(filled(columns.text()), filled(columns.text()), patient.id()));
    }

    private static PatientView patient(Columns columns) throws SQLException {
        return new PatientView(
                filled(columns.uuid()),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.date(),
                filled(columns.text()),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.text());
    }
}
