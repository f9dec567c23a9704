package praxis.processor.simulate.invariant;

import praxis.processor.apply.PracticeTables;
import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.Settings;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tables of one practice between two records. */
record View(
        Settings settings,
        Map<PatientId, Patient> patients,
        Map<BookingPatientId, BookingPatient> bookingPatients,
        Map<BookingAppointmentId, Appointment> appointments,
        Map<UUID, ReviewItem> reviews) {
    static final View EMPTY = new View(Settings.DEFAULT, Map.of(), Map.of(), Map.of(), Map.of());

    static View of(PracticeTables tables) {
        return new View(
                tables.settings(),
                Map.copyOf(tables.patients()),
                Map.copyOf(tables.bookingPatients()),
                Map.copyOf(tables.appointments()),
                Map.copyOf(tables.reviews()));
    }

    Optional<BookingPatient> bookingPatient(Optional<String> id) {
        return id.map(BookingPatientId::new)
                .flatMap(each -> Optional.ofNullable(bookingPatients.get(each)));
    }

    Optional<Appointment> appointment(Optional<String> id) {
        return id.map(BookingAppointmentId::new)
                .flatMap(each -> Optional.ofNullable(appointments.get(each)));
    }

    boolean asksWho(BookingPatientId id) {
        ReviewItem.Subject subject = ReviewItem.Subject.identityOf(id);
        return reviews.values().stream()
                .anyMatch(item -> item.isOpen() && item.subject().equals(subject));
    }
}
