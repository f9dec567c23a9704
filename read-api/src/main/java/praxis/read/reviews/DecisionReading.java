package praxis.read.reviews;

import praxis.read.answers.Members;
import praxis.read.answers.Reading;
import praxis.read.reviews.ReviewKind.Answers;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.DecideReview;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what somebody decided, and says which field makes no sense with the decision. */
final class DecisionReading {
    static final String[] PATIENT_FIELDS = {
        "first_name", "last_name", "email", "phone", "date_of_birth", "gender"
    };

    private static final int LONGEST_REASON = 2_000;
    private static final Duration LONGEST_POSTPONEMENT = Duration.ofDays(366);

    /** Which decision each field goes with. */
    private static final Map<String, List<String>> BELONGS_TO =
            Map.of(
                    "patient_id", List.of(Answers.LINK),
                    "patient", List.of(Answers.CREATE, Answers.KEEP_APART),
                    "until", List.of(Answers.POSTPONE));

    private final Members body;
    private final ReviewRow item;
    private final Instant now;

    /**
     * A decision on one item.
     *
     * @param now before which nothing can be put off to
     */
    DecisionReading(Members body, ReviewRow item, Instant now) {
        this.body = body;
        this.item = item;
        this.now = now;
    }

    /**
     * Reads it all.
     *
     * @param namedAlready whether it is known what a new patient would be called
     */
    Reading<DecideReview> read(boolean namedAlready) {
        body.known("decision", "patient_id", "patient", "until", "reason");
        String decision = decision();
        Optional<UUID> patient = body.uuid("patient_id");
        PatientFields typed = body.patient("patient", PATIENT_FIELDS);
        Optional<Instant> until = until();
        Optional<String> reason = body.text("reason", LONGEST_REASON);
        BELONGS_TO.forEach((field, decisions) -> refuseStranger(field, decisions, decision));
        if (decision.equals(Answers.LINK)) {
            body.require("patient_id", "Required: the patient to link with.");
        }
        if (isCreation(decision) && item.isOpen() && !namedAlready && !isNamed(typed)) {
            body.refuse("patient.last_name", "Required: nobody knows the name yet.");
        }
        return body.reading(
                () -> new DecideReview(item.id(), answer(decision, patient, typed, until), reason));
    }

    private String decision() {
        body.require("decision", "Required.");
        String decision = body.oneOf("decision", Answers.ALL).orElse("");
        String plain = isCreation(decision) ? Answers.CREATE : decision;
        List<String> possible = ReviewKind.answersTo(item.kind());
        if (!decision.isEmpty() && item.isOpen() && !possible.contains(plain)) {
            body.refuse(
                    "decision",
                    "To " + item.kind() + " the answers are " + String.join(", ", possible) + ".");
        }
        return decision;
    }

    private Optional<Instant> until() {
        Optional<Instant> until = body.instant("until");
        if (until.filter(time -> !time.isAfter(now) || time.isAfter(now.plus(LONGEST_POSTPONEMENT)))
                .isPresent()) {
            body.refuse("until", "A time to come, at most a year from now.");
        }
        return until;
    }

    private void refuseStranger(String field, List<String> decisions, String decision) {
        if (!decision.isEmpty() && body.has(field) && !decisions.contains(decision)) {
            body.refuse(field, "Only with " + String.join(" or ", decisions) + ".");
        }
    }

    private static boolean isCreation(String decision) {
        return decision.equals(Answers.CREATE) || decision.equals(Answers.KEEP_APART);
    }

    private static boolean isNamed(PatientFields typed) {
        return typed.lastName().toOptional().isPresent()
                || typed.firstName().toOptional().isPresent();
    }

    private static Answer answer(
            String decision, Optional<UUID> patient, PatientFields typed, Optional<Instant> until) {
        return switch (decision) {
            case Answers.LINK -> new Answer.Link(patient.orElseThrow());
            case Answers.CREATE, Answers.KEEP_APART -> new Answer.Create(typed);
            case Answers.DISMISS -> new Answer.Dismiss();
            case Answers.TAKE_NEW -> new Answer.TakeNew();
            case Answers.KEEP_CURRENT -> new Answer.KeepCurrent();
            case Answers.POSTPONE -> new Answer.Postpone(until);
            default -> throw new IllegalStateException("no decision is read from a bad body");
        };
    }
}
