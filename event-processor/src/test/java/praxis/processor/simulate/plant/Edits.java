package praxis.processor.simulate.plant;

import praxis.processor.model.Received;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.AppointmentCancelled;
import praxis.schemas.event.BookingEvent.AppointmentCreated;
import praxis.schemas.event.BookingEvent.AppointmentFields;
import praxis.schemas.event.BookingEvent.AppointmentUpdated;
import praxis.schemas.event.BookingEvent.PatientCreated;
import praxis.schemas.event.BookingEvent.PatientDeleted;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.BookingEvent.PatientUpdated;
import praxis.schemas.event.BookingEvent.Ping;
import praxis.schemas.event.EventReader;
import praxis.schemas.event.Stamp;
import praxis.schemas.record.Bytes;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes one thing of what was received. */
final class Edits {
    private Edits() {}

    static Optional<BookingEvent> event(Received received) {
        return received.content()
                                instanceof
                                Received.Content.Webhook(EventReader.Reading reading, var _)
                        && reading instanceof EventReader.Reading.Understood(BookingEvent event)
                ? Optional.of(event)
                : Optional.empty();
    }

    static Received event(Received received, UnaryOperator<BookingEvent> change) {
        return event(received)
                .map(change)
                .map(EventReader.Reading.Understood::new)
                .map(reading -> new Received.Content.Webhook(reading, Bytes.of(new byte[0])))
                .map(content -> with(received, content))
                .orElse(received);
    }

    private static Received with(Received received, Received.Content content) {
        return new Received(
                received.eventId(),
                received.offset(),
                received.receivedAt(),
                received.backfill(),
                received.webhookId(),
                received.bodyDigest(),
                content);
    }

    static Received receivedAt(Received received, Instant time) {
        return new Received(
                received.eventId(),
                received.offset(),
                time,
                received.backfill(),
                received.webhookId(),
                received.bodyDigest(),
                received.content());
    }

    static Received webhookId(Received received, Optional<String> id) {
        return new Received(
                received.eventId(),
                received.offset(),
                received.receivedAt(),
                received.backfill(),
                id,
                received.bodyDigest(),
                received.content());
    }

    static Received bodyDigest(Received received, Bytes digest) {
        return new Received(
                received.eventId(),
                received.offset(),
                received.receivedAt(),
                received.backfill(),
                received.webhookId(),
                digest,
                received.content());
    }

    static Received live(Received received) {
        return new Received(
                received.eventId(),
                received.offset(),
                received.receivedAt(),
                false,
                received.webhookId(),
                received.bodyDigest(),
                received.content());
    }

    static BookingEvent eventId(BookingEvent event, Optional<String> id) {
        return rebuilt(event, id, event.stamp());
    }

    static BookingEvent stamp(BookingEvent event, Stamp stamp) {
        return rebuilt(event, event.eventId(), stamp);
    }

    private static BookingEvent rebuilt(BookingEvent event, Optional<String> id, Stamp stamp) {
        return switch (event) {
            case Ping _ -> new Ping(id, stamp);
            case PatientCreated it ->
                    new PatientCreated(id, stamp, it.bookingPatientId(), it.fields());
            case PatientUpdated it ->
                    new PatientUpdated(id, stamp, it.bookingPatientId(), it.fields());
            case PatientDeleted it -> new PatientDeleted(id, stamp, it.bookingPatientId());
            case AppointmentCreated it ->
                    new AppointmentCreated(
                            id,
                            stamp,
                            it.bookingAppointmentId(),
                            it.bookingPatientId(),
                            it.fields());
            case AppointmentUpdated it ->
                    new AppointmentUpdated(
                            id,
                            stamp,
                            it.bookingAppointmentId(),
                            it.bookingPatientId(),
                            it.fields());
            case AppointmentCancelled it ->
                    new AppointmentCancelled(
                            id,
                            stamp,
                            it.bookingAppointmentId(),
                            it.bookingPatientId(),
                            it.fields());
        };
    }

    static BookingEvent patientFields(BookingEvent event, UnaryOperator<PatientFields> change) {
        return switch (event) {
            case PatientCreated it ->
                    new PatientCreated(
                            it.eventId(),
                            it.stamp(),
                            it.bookingPatientId(),
                            change.apply(it.fields()));
            case PatientUpdated it ->
                    new PatientUpdated(
                            it.eventId(),
                            it.stamp(),
                            it.bookingPatientId(),
                            change.apply(it.fields()));
            case PatientDeleted _ -> event;
            case BookingEvent.AppointmentEvent _ -> event;
            case Ping _ -> event;
        };
    }

    static BookingEvent appointmentFields(
            BookingEvent event, UnaryOperator<AppointmentFields> change) {
        return switch (event) {
            case AppointmentCreated it ->
                    new AppointmentCreated(
                            it.eventId(),
                            it.stamp(),
                            it.bookingAppointmentId(),
                            it.bookingPatientId(),
                            change.apply(it.fields()));
            case AppointmentUpdated it ->
                    new AppointmentUpdated(
                            it.eventId(),
                            it.stamp(),
                            it.bookingAppointmentId(),
                            it.bookingPatientId(),
                            change.apply(it.fields()));
            case AppointmentCancelled _ -> event;
            case BookingEvent.PatientEvent _ -> event;
            case Ping _ -> event;
        };
    }
}
