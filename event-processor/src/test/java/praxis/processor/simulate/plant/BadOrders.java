package praxis.processor.simulate.plant;

import praxis.processor.handle.Fold;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.Patient;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem;
import praxis.schemas.command.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Rules that are right but for one thing that staff order. */
final class BadOrders {
    private BadOrders() {}

    static Fold.Rules keptApartForgotten(Fold.Rules rules) {
        return without(rules, "", Effect.KeepApart.class::isInstance);
    }

    static Fold.Rules leftBehind(Fold.Rules rules) {
        return without(rules, "unlinked", Effect.PutAppointment.class::isInstance);
    }

    static Fold.Rules stillParked(Fold.Rules rules) {
        return without(rules, "", Effect.DropAppointment.class::isInstance);
    }

    static Fold.Rules again(Fold.Rules rules) {
        return without(
                rules,
                "",
                effect ->
                        effect instanceof Effect.TakeIdentity(var identity)
                                && identity.key().startsWith("command:"));
    }

    static Fold.Rules secondDecision(Fold.Rules rules) {
        return doneDespite(rules, Refusal.ALREADY_DECIDED);
    }

    static Fold.Rules changedUnseen(Fold.Rules rules) {
        return doneDespite(rules, Refusal.CHANGED_SINCE);
    }

    private static Fold.Rules doneDespite(Fold.Rules rules, Refusal refusal) {
        return changed(
                rules,
                decision ->
                        decision.entry().outcome().equals(refusal.wireName())
                                ? new Decision(done(decision.entry()), decision.effects())
                                : decision);
    }

    static Fold.Rules timesNotReadAgain(Fold.Rules rules) {
        return changed(
                rules,
                decision ->
                        decision.effects().stream()
                                        .anyMatch(Effect.ChangeSettings.class::isInstance)
                                ? new Decision(
                                        decision.entry(),
                                        decision.effects().stream()
                                                .filter(
                                                        each ->
                                                                !(each
                                                                        instanceof
                                                                        Effect.PutAppointment))
                                                .toList())
                                : decision);
    }

    /** Everybody has the same login. */
    static Fold.Rules loginShared(Fold.Rules rules) {
        return changed(
                rules,
                decision ->
                        new Decision(
                                decision.entry(),
                                decision.effects().stream().map(BadOrders::withLogin).toList()));
    }

    private static Effect withLogin(Effect effect) {
        return effect instanceof Effect.PutPatient(Patient patient)
                ? new Effect.PutPatient(patient.withLogin(Optional.of("u0")))
                : effect;
    }

    private static Decision.Entry done(Decision.Entry refused) {
        return new Decision.Entry(
                ProcessingStatus.SUCCESS,
                refused.eventType(),
                refused.error(),
                "decided",
                refused.concerns(),
                refused.review(),
                refused.match(),
                refused.notes(),
                refused.command());
    }

    static Fold.Rules askedAnew(Fold.Rules rules) {
        return changed(
                rules,
                decision -> {
                    List<Effect> effects = new ArrayList<>();
                    for (Effect effect : decision.effects()) {
                        effects.add(
                                effect instanceof Effect.PutReview(ReviewItem item) && item.isOpen()
                                        ? new Effect.PutReview(underEvent(item))
                                        : effect);
                    }
                    return new Decision(decision.entry(), effects);
                });
    }

    private static ReviewItem underEvent(ReviewItem item) {
        return new ReviewItem(
                new UUID(
                        item.id().getMostSignificantBits(),
                        item.eventId().getLeastSignificantBits()),
                item.kind(),
                item.subject(),
                item.bookingPatient(),
                item.bookingAppointment(),
                item.patient(),
                item.candidates(),
                item.openedAt(),
                item.dueAt(),
                item.postponedUntil(),
                item.closed(),
                item.eventId(),
                item.proposal());
    }

    private static Fold.Rules without(
            Fold.Rules rules, String outcome, Predicate<Effect> forgotten) {
        return changed(
                rules,
                decision ->
                        outcome.isEmpty() || decision.entry().outcome().equals(outcome)
                                ? new Decision(
                                        decision.entry(),
                                        decision.effects().stream()
                                                .filter(forgotten.negate())
                                                .toList())
                                : decision);
    }

    private static Fold.Rules changed(Fold.Rules rules, UnaryOperator<Decision> change) {
        return (state, received) -> change.apply(rules.decide(state, received));
    }
}
