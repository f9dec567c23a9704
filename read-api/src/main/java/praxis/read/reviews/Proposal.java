package praxis.read.reviews;

import org.jspecify.annotations.Nullable;

import praxis.read.reviews.EvidenceQueries.HeldAppointment;
import praxis.read.reviews.ReviewView.ProposedField;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.AppointmentEvent;
import praxis.schemas.event.BookingEvent.AppointmentFields;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.BookingEvent.SentTime;
import praxis.schemas.event.EventReader;
import praxis.schemas.event.Field;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Holds what an event said, and what was not applied, against what is held now. */
final class Proposal {
    private final List<ProposedField> fields = new ArrayList<>();

    private Proposal() {}

    /** Empty where there is no body any more, or none that an event can be read from. */
    static Optional<BookingEvent> read(@Nullable String body) {
        return Optional.ofNullable(body)
                .map(text -> EventReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .filter(EventReader.Reading.Understood.class::isInstance)
                .map(reading -> ((EventReader.Reading.Understood) reading).event());
    }

    static List<ProposedField> against(Facts current, PatientFields proposed) {
        Proposal proposal = new Proposal();
        proposal.add("first_name", current.firstName(), proposed.firstName());
        proposal.add("last_name", current.lastName(), proposed.lastName());
        proposal.add(
                "date_of_birth",
                current.value("date_of_birth"),
                proposed.dateOfBirth().map(LocalDate::toString));
        proposal.add("email", current.email(), proposed.email());
        proposal.add("phone", current.phone(), proposed.phone());
        proposal.add("gender", current.gender(), proposed.gender().map(Gender::wireName));
        return List.copyOf(proposal.fields);
    }

    static List<ProposedField> against(
            Optional<HeldAppointment> current, AppointmentEvent proposed) {
        Proposal proposal = new Proposal();
        AppointmentFields fields = proposed.fields();
        proposal.add(
                "booking_patient_id",
                current.map(HeldAppointment::bookingPatientId).orElse(null),
                proposed.bookingPatientId()
                        .map(BookingPatientId::value)
                        .map(Field::of)
                        .orElseGet(Field::absent));
        proposal.addTime(current, fields.scheduledAt());
        proposal.add(
                "duration_minutes",
                current.map(HeldAppointment::durationMinutes).map(String::valueOf).orElse(null),
                fields.durationMinutes().map(String::valueOf));
        proposal.add(
                "therapist_name",
                current.map(HeldAppointment::therapistName).orElse(null),
                fields.therapistName());
        proposal.add(
                "service_name",
                current.map(HeldAppointment::serviceName).orElse(null),
                fields.serviceName());
        proposal.add("status", current.map(HeldAppointment::status).orElse(null), status(proposed));
        return List.copyOf(proposal.fields);
    }

    /** The event's type beats the field (SPEC 3.2). */
    private static Field<String> status(AppointmentEvent proposed) {
        return proposed instanceof BookingEvent.AppointmentCancelled
                ? Field.of(AppointmentStatus.CANCELLED.wireName())
                : proposed.fields().status().map(AppointmentStatus::wireName);
    }

    /**
     * Compared as a point in time, but shown as it was sent: a practice may read it differently.
     */
    private void addTime(Optional<HeldAppointment> current, Field<SentTime> proposed) {
        if (proposed instanceof Field.Value<SentTime>(SentTime time)) {
            boolean same =
                    current.filter(held -> held.scheduledAt().equals(time.instant())).isPresent();
            fields.add(
                    new ProposedField(
                            "scheduled_at",
                            current.map(held -> held.scheduledAt().toString()).orElse(null),
                            time.text(),
                            !same));
        }
    }

    private void add(String name, @Nullable String current, Field<String> proposed) {
        if (!proposed.isAbsent()) {
            @Nullable String value = proposed.toOptional().orElse(null);
            fields.add(new ProposedField(name, current, value, !Objects.equals(current, value)));
        }
    }
}
