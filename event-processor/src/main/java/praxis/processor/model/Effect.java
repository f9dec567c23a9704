package praxis.processor.model;

import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;

/** One thing to be done to the state of a practice. */
public sealed interface Effect {
    record PutPatient(Patient patient) implements Effect {}

    record PutBookingPatient(BookingPatient bookingPatient) implements Effect {}

    record PutAppointment(Appointment appointment) implements Effect {}

    record PutReview(ReviewItem item) implements Effect {}

    record TakeIdentity(TakenIdentity identity) implements Effect {}

    /** Out of the cache; what was said of it stays in the log. */
    record DropAppointment(BookingAppointmentId appointment) implements Effect {}

    record KeepApart(BookingPatientId bookingPatient, PatientId patient) implements Effect {}

    /** Settings from the next record on. */
    record ChangeSettings(Settings settings) implements Effect {}

    record PutDirectory(Directory directory) implements Effect {}

    /** In place of any before. */
    record PutCalendarFeed(CalendarFeed feed) implements Effect {}

    record DropCalendarFeed(PatientId patient) implements Effect {}

    /** To be told to others once it is committed. */
    record Announce(Announcement announcement) implements Effect {}
}
