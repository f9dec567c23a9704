package praxis.processor.decide;

import praxis.processor.match.Rules;
import praxis.processor.model.BookingState;
import praxis.processor.model.Decision;
import praxis.processor.model.Decision.Concerns;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.Received;
import praxis.schemas.command.SentCommand;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.EventReader;
import praxis.schemas.event.FieldProblem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides what a record does to the state of its practice. */
public final class Decider {
    /** Goes into every outcome, so that a later release can tell who decided. */
    public static final String RULE_VERSION = Rules.VERSION;

    /** The outcome of a record that keeps no contract of ours. */
    public static final String UNUSABLE = "unusable";

    private static final int LONGEST_TYPE = 100;

    private Decider() {}

    public static Decision decide(BookingState state, Received received) {
        return switch (received.content()) {
            case Received.Content.Unusable(String reason) ->
                    error(
                            received,
                            Optional.empty(),
                            UNUSABLE,
                            reason,
                            DeadLetter.Reason.UNUSABLE_RECORD);
            case Received.Content.Unsealed() ->
                    error(
                            received,
                            Optional.empty(),
                            Decision.UNSEALED,
                            "The command is not signed by the read API.",
                            DeadLetter.Reason.UNUSABLE_RECORD);
            case Received.Content.Webhook(EventReader.Reading reading, var _) ->
                    decide(state, received, reading);
            case Received.Content.Command(SentCommand sent) ->
                    CommandDecider.decide(state, received, sent);
        };
    }

    private static Decision decide(
            BookingState state, Received received, EventReader.Reading reading) {
        return switch (reading) {
            case EventReader.Reading.NotJson() ->
                    error(
                            received,
                            Optional.empty(),
                            "error",
                            "The body is not JSON.",
                            DeadLetter.Reason.NOT_JSON);
            case EventReader.Reading.Malformed(
                            Optional<String> type,
                            List<FieldProblem> problems) ->
                    error(
                            received,
                            type,
                            "error",
                            describe(problems),
                            DeadLetter.Reason.malformed(problems));
            case EventReader.Reading.UnknownType(String type) ->
                    error(
                            received,
                            Optional.of(type),
                            "error",
                            "The event type \"" + printable(type) + "\" is not known.",
                            DeadLetter.Reason.UNKNOWN_TYPE);
            case EventReader.Reading.Understood(BookingEvent event) -> {
                Decision decision = DuplicateRule.decide(state, received, event);
                yield decision.entry().status() == ProcessingStatus.ERROR
                        ? announced(received, decision, DeadLetter.Reason.CONTRADICTION)
                        : decision;
            }
        };
    }

    /** What a new event does; whether it is new has been settled. */
    static Decision apply(Draft draft, BookingEvent event) {
        return switch (event) {
            case BookingEvent.Ping _ -> draft.success("sign_of_life");
            case BookingEvent.PatientCreated created ->
                    PatientDecider.heard(draft, created.bookingPatientId(), created.fields());
            case BookingEvent.PatientUpdated updated ->
                    PatientDecider.heard(draft, updated.bookingPatientId(), updated.fields());
            case BookingEvent.PatientDeleted deleted ->
                    DeletionDecider.decide(draft, deleted.bookingPatientId());
            case BookingEvent.AppointmentEvent appointment ->
                    AppointmentDecider.decide(draft, appointment);
        };
    }

    private static Decision error(
            Received received,
            Optional<String> type,
            String outcome,
            String inPlainWords,
            DeadLetter.Reason reason) {
        Decision.Entry entry =
                new Decision.Entry(
                        ProcessingStatus.ERROR,
                        type.map(Decider::printable),
                        Optional.of(inPlainWords),
                        outcome,
                        Concerns.NOBODY,
                        Optional.empty(),
                        List.of());
        return announced(received, new Decision(entry, List.of()), reason);
    }

    /** Nobody is notified because of history that is delivered again. */
    private static Decision announced(
            Received received, Decision failed, DeadLetter.Reason reason) {
        return received.backfill()
                ? failed
                : failed.and(DeadLetter.of(received, failed.entry().eventType(), reason));
    }

    private static String describe(List<FieldProblem> problems) {
        return problems.stream()
                .map(
                        problem ->
                                problem.field().isEmpty()
                                        ? problem.reason()
                                        : problem.field() + ": " + problem.reason())
                .collect(Collectors.joining("; "));
    }

    /** A type is anything that a stranger chose to send. */
    private static String printable(String type) {
        String shown =
                type.codePoints()
                        .limit(LONGEST_TYPE)
                        .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '?' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return shown.strip().isEmpty() ? "?" : shown;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
