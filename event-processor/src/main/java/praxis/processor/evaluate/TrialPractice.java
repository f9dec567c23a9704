package praxis.processor.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.processor.decide.Decider;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Received;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.Settings;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.EventReader;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.StableIds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/** A practice in memory, whole, that decides as the processor does. */
final class TrialPractice {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    /** The contract asks for an address; without one, the tool sends this. */
    private static final String NO_ADDRESS = "noreply@example.org";

    private final BookingState state = new BookingState(PracticeId.DEFAULT, Settings.DEFAULT);
    private final LongSupplier nanoTime;
    private long offset;
    private long nanos;

    TrialPractice(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    BookingState state() {
        return state;
    }

    /** What deciding on newcomers has taken so far. */
    long nanos() {
        return nanos;
    }

    /** The booking tool sends its news of somebody. */
    Decision hears(Sample sample) {
        byte[] body = StrictJson.write(created(sample)).getBytes(StandardCharsets.UTF_8);
        Received.Content content =
                new Received.Content.Webhook(EventReader.read(body), Bytes.of(body));
        Received received = received(Optional.of("record-" + sample.number()), content);
        long before = nanoTime.getAsLong();
        Decision decision = decide(received);
        nanos += nanoTime.getAsLong() - before;
        return decision;
    }

    private static ObjectNode created(Sample sample) {
        var event = StrictJson.object();
        event.put("event_type", "patient.created");
        var payload = event.putObject("payload");
        payload.put("booking_patient_id", "record-" + sample.number());
        payload.put("email", sample.email().orElse(NO_ADDRESS));
        sample.firstName().ifPresent(name -> payload.put("first_name", name));
        sample.lastName().ifPresent(name -> payload.put("last_name", name));
        sample.born().ifPresent(date -> payload.put("date_of_birth", date.toString()));
        sample.phone().ifPresent(phone -> payload.put("phone", phone));
        return event;
    }

    /** Staff write a card. */
    Decision files(Sample sample) {
        return orders(new StaffCommand.CreatePatient(sample.fields(), Optional.empty()));
    }

    /** The truth decides, as an admin would. */
    Decision links(ReviewItem item, UUID patient) {
        return orders(decision(item, new StaffCommand.Answer.Link(patient)));
    }

    /** The same where nobody on file is the newcomer. */
    Decision createsFor(ReviewItem item) {
        return orders(decision(item, new StaffCommand.Answer.Create(PatientFields.none())));
    }

    private static StaffCommand decision(ReviewItem item, StaffCommand.Answer answer) {
        return new StaffCommand.DecideReview(item.id(), answer, Optional.empty());
    }

    private Decision orders(StaffCommand command) {
        SentCommand sent =
                new SentCommand(
                        StableIds.of("trial command", Long.toString(offset)),
                        new SentCommand.Sender("the truth", "admin"),
                        command);
        return decide(received(Optional.empty(), new Received.Content.Command(sent)));
    }

    private Received received(Optional<String> id, Received.Content content) {
        offset++;
        return new Received(
                StableIds.of("trial record", Long.toString(offset)),
                offset,
                START.plusSeconds(offset),
                false,
                id,
                Bytes.of(Long.toString(offset).getBytes(StandardCharsets.US_ASCII)),
                content);
    }

    private Decision decide(Received received) {
        Decision decision = Decider.decide(state, received);
        state.apply(decision.effects());
        state.forgetChanges();
        return decision;
    }
}
