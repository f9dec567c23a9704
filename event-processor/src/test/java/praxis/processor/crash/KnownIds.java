package praxis.processor.crash;

import praxis.schemas.record.PracticeId;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What staff see of the tables before they order something. */
public final class KnownIds {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Function<String, List<String>> query;

    /**
     * @param query answers SQL with the texts of its only column
     */
    public KnownIds(Function<String, List<String>> query) {
        this.query = query;
    }

    /** Nobody's id where the booking patient has no patient. */
    UUID patientOf(PracticeId practice, String bookingPatient) {
        return first(
                """
                select patient_id::text from projection.booking_patients
                where practice_id = '%s' and booking_patient_id = '%s' and patient_id is not null
                """
                        .formatted(practice.value(), bookingPatient));
    }

    /** No item's id where nothing is asked about the booking patient. */
    UUID itemAbout(PracticeId practice, String bookingPatient) {
        return item(practice, "booking_patient_id", bookingPatient);
    }

    /** No item's id where nothing is asked about the appointment. */
    UUID itemAboutAppointment(PracticeId practice, String bookingAppointment) {
        return item(practice, "booking_appointment_id", bookingAppointment);
    }

    /** No event's id where none failed. */
    UUID newestFailure(PracticeId practice) {
        return first(
                """
                select id::text from ledger.event_log
                where practice_id = '%s' and kind = 'webhook' and processing_status = 'error'
                order by record_offset desc limit 1
                """
                        .formatted(practice.value()));
    }

    long settingsVersion(PracticeId practice) {
        return query
                .apply(
                        """
                        select settings_version::text from projection.practices
                        where practice_id = '%s'
                        """
                                .formatted(practice.value()))
                .stream()
                .findFirst()
                .map(Long::parseLong)
                .orElse(0L);
    }

    private UUID item(PracticeId practice, String column, String id) {
        return first(
                """
                select id::text from projection.review_items
                where practice_id = '%s' and %s = '%s' and state = 'open'
                """
                        .formatted(practice.value(), column, id));
    }

    private UUID first(String sql) {
        return query.apply(sql).stream().findFirst().map(UUID::fromString).orElse(NOBODY);
    }
}
