package praxis.processor.handle;

import praxis.processor.apply.BookingStore;
import praxis.processor.model.BookingState;
import praxis.processor.model.FailedEvent;
import praxis.processor.model.Received;
import praxis.processor.model.StoredEvent;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand.RedriveEvent;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The events that the orders of a run want processed again, fetched before anything is decided. */
final class Recall {
    private final Map<PracticeId, Map<UUID, FailedEvent>> failed = new HashMap<>();

    private Recall() {}

    static Recall of(
            BookingStore.Transaction transaction, RecordDecoder decoder, List<DecodedRecord> run) {
        Recall recall = new Recall();
        Map<PracticeId, Set<UUID>> named = new HashMap<>();
        for (DecodedRecord record : run) {
            redriven(record)
                    .ifPresent(
                            event ->
                                    named.computeIfAbsent(
                                                    record.practice().orElseThrow(),
                                                    _ -> new HashSet<>())
                                            .add(event));
        }
        if (!named.isEmpty()) {
            transaction.recall(named).forEach(stored -> recall.put(decoder, stored));
        }
        return recall;
    }

    /** Which event the record orders to be processed again. */
    static Optional<UUID> redriven(DecodedRecord record) {
        return record.practice().isPresent()
                        && record.received().content()
                                instanceof Received.Content.Command(SentCommand sent)
                        && sent.command() instanceof RedriveEvent(UUID event)
                ? Optional.of(event)
                : Optional.empty();
    }

    private void put(RecordDecoder decoder, StoredEvent stored) {
        of(stored.practice())
                .put(
                        stored.id(),
                        new FailedEvent(
                                stored.id(), stored.offset(), decoder.decodeDelivery(stored)));
    }

    private Map<UUID, FailedEvent> of(PracticeId practice) {
        return failed.computeIfAbsent(practice, _ -> new HashMap<>());
    }

    void into(Map<PracticeId, BookingState> states) {
        failed.forEach(
                (practice, events) ->
                        events.values()
                                .forEach(Objects.requireNonNull(states.get(practice))::load));
    }

    /** All that is said in the run, in order: where an event is to be said again, it is. */
    Map<PracticeId, List<Received>> said(List<DecodedRecord> run) {
        Map<PracticeId, List<Received>> said = new HashMap<>();
        for (DecodedRecord record : run) {
            record.practice()
                    .ifPresent(
                            practice -> {
                                List<Received> before =
                                        said.computeIfAbsent(practice, _ -> new ArrayList<>());
                                Optional<Received> again = again(practice, record, before);
                                before.add(record.received());
                                again.ifPresent(before::add);
                            });
        }
        return said;
    }

    private Optional<Received> again(
            PracticeId practice, DecodedRecord record, List<Received> before) {
        return redriven(record)
                .flatMap(
                        event ->
                                before.stream()
                                        .filter(said -> said.eventId().equals(event))
                                        .findFirst()
                                        .or(() -> stored(practice, event)));
    }

    private Optional<Received> stored(PracticeId practice, UUID event) {
        return Optional.ofNullable(of(practice).get(event)).flatMap(FailedEvent::delivery);
    }
}
