package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.BookingState;
import praxis.processor.model.Effect;
import praxis.processor.model.FailedEvent;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientField;
import praxis.processor.model.PatientId;
import praxis.processor.model.Received;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.Settings;
import praxis.schemas.command.CommandJson;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.EventReader;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.StableIds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A practice that hears webhooks, one record after the other, and acts on each at once. */
final class Practice {
    /** When the first webhook comes, unless the test says otherwise. */
    static final Instant START = Instant.parse("2026-04-01T08:00:00Z");

    /** Who orders. */
    static final String ADMIN = "admin-1";

    private final BookingState state;
    private Instant now = START;
    private long offset = 100;

    private Practice(Settings settings) {
        this.state = new BookingState(PracticeId.DEFAULT, settings);
    }

    static Practice empty() {
        return with(Settings.DEFAULT);
    }

    static Practice with(Settings settings) {
        return new Practice(settings);
    }

    /** One whose booking patients of these ids are linked to patients made for them. */
    static Practice thatKnows(String... bookingPatients) {
        Practice practice = empty();
        for (String id : bookingPatients) {
            practice.hears(Webhook.patientCreated(id));
        }
        return practice;
    }

    /** The records to come are received this much later. */
    Practice later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Instant now() {
        return now;
    }

    Heard hears(Webhook webhook) {
        return hears(webhook.bytes(), webhook.signedId(), webhook.isBackfill());
    }

    Heard hears(String body) {
        return hears(body.getBytes(StandardCharsets.UTF_8), Optional.empty(), false);
    }

    /** An order of an admin, under an id of its own. */
    Heard orders(StaffCommand command) {
        return orders(StableIds.of("test command", Long.toString(offset)), command);
    }

    Heard orders(UUID id, StaffCommand command) {
        SentCommand sent = new SentCommand(id, new SentCommand.Sender(ADMIN, "admin"), command);
        return decide(
                CommandJson.write(sent),
                Optional.of(id.toString()),
                false,
                new Received.Content.Command(sent));
    }

    /** Answers the only open item. */
    Heard answers(StaffCommand.Answer answer) {
        return answers(openItem(), answer);
    }

    Heard answers(ReviewItem item, StaffCommand.Answer answer) {
        return orders(new StaffCommand.DecideReview(item.id(), answer, Optional.empty()));
    }

    /** An event that an earlier release could not process; its id. */
    UUID failed(Webhook webhook) {
        byte[] body = webhook.bytes();
        Received delivery =
                new Received(
                        StableIds.of("test event", Long.toString(offset)),
                        offset++,
                        now,
                        webhook.isBackfill(),
                        webhook.signedId(),
                        digest(body),
                        new Received.Content.Webhook(EventReader.read(body), Bytes.of(body)));
        now = now.plusSeconds(1);
        state.load(FailedEvent.of(delivery));
        return delivery.eventId();
    }

    /** One of which nothing is left. */
    UUID failedAndErased() {
        UUID id = StableIds.of("test event", Long.toString(offset));
        state.load(new FailedEvent(id, offset++, Optional.empty()));
        return id;
    }

    Heard receives(Received.Content content) {
        return decide(new byte[0], Optional.empty(), false, content);
    }

    private Heard hears(byte[] body, Optional<String> signedId, boolean backfill) {
        Received.Content content =
                new Received.Content.Webhook(EventReader.read(body), Bytes.of(body));
        return decide(body, signedId, backfill, content);
    }

    private Heard decide(
            byte[] body, Optional<String> signedId, boolean backfill, Received.Content content) {
        Received received =
                new Received(
                        StableIds.of("test event", Long.toString(offset)),
                        offset,
                        now,
                        backfill,
                        signedId,
                        digest(body),
                        content);
        offset++;
        now = now.plusSeconds(1);
        Heard heard = new Heard(Decider.decide(state, received));
        assertThat(Secrets.shownIn(heard.decision().toString(), body)).isEmpty();
        state.apply(heard.decision().effects());
        return heard;
    }

    /** Puts a patient on file, as staff would. */
    PatientId files(Card card) {
        Patient patient = card.toPatient(offset++);
        state.apply(List.of(new Effect.PutPatient(patient)));
        return patient.id();
    }

    void keepsApart(String bookingPatient, PatientId patient) {
        state.apply(List.of(new Effect.KeepApart(new BookingPatientId(bookingPatient), patient)));
    }

    /** What staff does when it dismisses a booking patient. */
    void ignores(String id) {
        BookingPatientId bookingPatient = new BookingPatientId(id);
        BookingPatient known =
                state.bookingPatient(bookingPatient)
                        .orElseGet(() -> BookingPatient.unknown(bookingPatient));
        state.apply(
                List.of(
                        new Effect.PutBookingPatient(
                                known.standing(Standing.IGNORED).changedAt(offset++))));
    }

    /** What staff does when it links a booking patient by hand. */
    void links(String id, PatientId patient) {
        BookingPatient known = bookingPatient(id);
        state.apply(
                List.of(
                        new Effect.PutBookingPatient(known.linkedTo(patient).changedAt(offset)),
                        new Effect.PutPatient(
                                patient(patient)
                                        .withBooking(
                                                Optional.of(known.id()),
                                                known.facts().email().toOptional())
                                        .changedAt(offset++))));
    }

    /** What staff does when it writes a phone number on the card. */
    void notesPhone(PatientId id, String phone) {
        Patient before = patient(id);
        Patient.Details known = before.details();
        state.apply(
                List.of(
                        new Effect.PutPatient(
                                new Patient(
                                        id,
                                        new Patient.Details(
                                                known.firstName(),
                                                known.lastName(),
                                                known.email(),
                                                Optional.of(phone),
                                                known.dateOfBirth(),
                                                known.gender()),
                                        before.bookingSystemId(),
                                        before.bookingEmail(),
                                        before.therapistId(),
                                        before.userId(),
                                        before.toolFields(),
                                        before.staffFields().with(PatientField.PHONE, true),
                                        before.archivedAt(),
                                        offset++))));
    }

    BookingState state() {
        return state;
    }

    Appointment appointment(String id) {
        return state.appointment(new BookingAppointmentId(id)).orElseThrow();
    }

    boolean hasAppointment(String id) {
        return state.appointment(new BookingAppointmentId(id)).isPresent();
    }

    BookingPatient bookingPatient(String id) {
        return state.bookingPatient(new BookingPatientId(id)).orElseThrow();
    }

    Patient patient(PatientId id) {
        return state.patient(id).orElseThrow();
    }

    /** The patient whom a booking patient is linked to. */
    Patient patientOf(String bookingPatient) {
        return patient(bookingPatient(bookingPatient).patient().orElseThrow());
    }

    int patients() {
        return state.changes().patients().size();
    }

    List<ReviewItem> openItems() {
        return state.changes().reviews().values().stream().filter(ReviewItem::isOpen).toList();
    }

    List<ReviewItem.Kind> openKinds() {
        return openItems().stream().map(ReviewItem::kind).toList();
    }

    /** The only open item. */
    ReviewItem openItem() {
        assertThat(openItems()).hasSize(1);
        return openItems().getFirst();
    }

    private static Bytes digest(byte[] body) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
