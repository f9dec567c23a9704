package praxis.read.commands;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

import praxis.read.answers.Problem;
import praxis.schemas.command.Refusal;

import java.util.Optional;

/** Says in plain words why a command did nothing. */
final class Refusals {
    private Refusals() {}

    static MutableHttpResponse<?> answer(Fate.Refused refused) {
        return refused.why().filter(why -> why == Refusal.NOT_FOUND).isPresent()
                ? Problem.notFound()
                : Problem.of(
                                refused.why()
                                        .map(Refusals::status)
                                        .orElse(HttpStatus.UNPROCESSABLE_ENTITY),
                                words(refused))
                        .toResponse();
    }

    /** Ours where we can say what to do about it, else the processor's. */
    static String words(Fate.Refused refused) {
        return refused.why()
                .flatMap(Refusals::words)
                .or(() -> refused.entry().flatMap(Entry::error))
                .orElse("The order was not carried out.");
    }

    private static Optional<String> words(Refusal why) {
        return switch (why) {
            case SEVERAL_LINKS ->
                    Optional.of(
                            "The patient has several links; say which one with"
                                    + " booking_patient_id.");
            case ID_REUSED ->
                    Optional.of(
                            "This Idempotency-Key was used before, for another request. Each"
                                    + " request needs its own.");
            case LINKED_ELSEWHERE ->
                    Optional.of(
                            "The booking patient belongs to another patient; that link must end"
                                    + " first.");
            case CHANGED_SINCE ->
                    Optional.of("Settings or therapists have been changed since; read them again.");
            case NOT_FOUND,
                    ALREADY_DECIDED,
                    ALREADY_CLOSED,
                    NOT_POSSIBLE,
                    LOGIN_TAKEN,
                    ALREADY_PROCESSED,
                    PAYLOAD_ERASED ->
                    Optional.empty();
        };
    }

    private static HttpStatus status(Refusal why) {
        return switch (why) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case ALREADY_DECIDED,
                    ALREADY_CLOSED,
                    LINKED_ELSEWHERE,
                    SEVERAL_LINKS,
                    CHANGED_SINCE,
                    LOGIN_TAKEN,
                    ALREADY_PROCESSED,
                    PAYLOAD_ERASED ->
                    HttpStatus.CONFLICT;
            case NOT_POSSIBLE, ID_REUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
