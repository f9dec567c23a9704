package praxis.read.patients;

import static praxis.read.database.Columns.filled;

import org.jdbi.v3.core.statement.StatementContext;

import praxis.read.access.Caller;
import praxis.read.database.CallerQueries;
import praxis.read.database.CallerQueries.Question;
import praxis.read.database.Columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the booking tool's patients and whom they are linked with. */
public final class LinkQueries {
    private static final Question OF_PATIENT =
            Question.of(
                    """
                    select
                        booking_patient_id, standing, patient_id, first_name, last_name, email
                    from read.booking_patients
                    where patient_id = :patient
                    order by booking_patient_id
                    """);

    private static final Question ONE =
            Question.of(
                    """
                    select
                        booking_patient_id, standing, patient_id, first_name, last_name, email
                    from read.booking_patients
                    where booking_patient_id = :id
                    """);

    private static final Question IGNORED =
            Question.of(
                    """
                    select
                        booking_patient_id, standing, patient_id, first_name, last_name, email
                    from read.booking_patients
                    where standing = 'ignored' and booking_patient_id > :after
                    order by booking_patient_id
                    limit :limit
                    """);

    private final CallerQueries database;

    public LinkQueries(CallerQueries database) {
        this.database = database;
    }

    List<BookingPatientView> ofPatient(Caller caller, UUID patient) {
        return database.list(
                caller, OF_PATIENT, query -> query.bind("patient", patient), LinkQueries::row);
    }

    Optional<BookingPatientView> one(Caller caller, String id) {
        return database.list(caller, ONE, query -> query.bind("id", id), LinkQueries::row).stream()
                .findFirst();
    }

    /** One more than {@code limit} where the list goes on. */
    List<BookingPatientView> ignored(Caller caller, String after, int limit) {
        return database.list(
                caller,
                IGNORED,
                query -> query.bind("after", after).bind("limit", limit + 1),
                LinkQueries::row);
    }

    private static BookingPatientView row(ResultSet result, StatementContext context)
            throws SQLException {
        Columns columns = new Columns(result);
        return new BookingPatientView(
                filled(columns.text()),
                filled(columns.text()),
                columns.uuid(),
                columns.text(),
                columns.text(),
                columns.text());
    }
}
