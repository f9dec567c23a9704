package praxis.processor.handle;

import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.processor.decide.Decider;
import praxis.processor.model.Announcement;
import praxis.processor.model.CandidateJson;
import praxis.processor.model.Decision;
import praxis.processor.model.Effect;
import praxis.processor.model.Explanation;
import praxis.processor.model.LogLeaf;
import praxis.processor.model.LogRow;
import praxis.processor.model.ReviewItem;
import praxis.schemas.json.StrictJson;
import praxis.schemas.record.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Makes the log row of a decided record, and the leaf that proves it. */
final class LogRows {
    private LogRows() {}

    static LogRow of(DecodedRecord decoded, Decision decision) {
        Bytes commitment =
                RecordDigest.commitment(decoded.salt().toArray(), decoded.body().toArray());
        String outcomeJson = outcomeJson(decision);
        LogRow unproven =
                new LogRow(
                        decoded.partition(),
                        decoded.offset(),
                        decoded.received().eventId(),
                        decoded.practice(),
                        decoded.kind(),
                        decoded.received().webhookId(),
                        decoded.receivedAt(),
                        decoded.scheme(),
                        decoded.secretFingerprint(),
                        decoded.received().backfill(),
                        decision.entry(),
                        outcomeJson,
                        decoded.salt(),
                        decoded.body(),
                        decoded.notJsonb(),
                        commitment,
                        Bytes.of(new byte[0]),
                        announcements(decision));
        return unproven.provenBy(LogLeaf.hash(unproven));
    }

    /** What the row says became of its record, in one word. */
    static String what(LogRow row) {
        return StrictJson.parse(row.outcomeJson().getBytes(StandardCharsets.UTF_8))
                .map(outcome -> outcome.path("what").asText())
                .orElse("");
    }

    private static List<Announcement> announcements(Decision decision) {
        return decision.effects().stream()
                .flatMap(
                        effect ->
                                effect instanceof Effect.Announce(Announcement announcement)
                                        ? Optional.of(announcement).stream()
                                        : Optional.<Announcement>empty().stream())
                .toList();
    }

    /** Ids, field names and levels; never a personal value. */
    private static String outcomeJson(Decision decision) {
        Decision.Entry entry = decision.entry();
        ObjectNode outcome = StrictJson.object();
        outcome.put("what", entry.outcome());
        outcome.put("rules", Decider.RULE_VERSION);
        entry.command()
                .ifPresent(
                        ordered -> {
                            outcome.put("by", ordered.by());
                            outcome.put("command_id", ordered.commandId().toString());
                        });
        entry.concerns().patient().ifPresent(id -> outcome.put("patient_id", id.toString()));
        entry.concerns()
                .bookingPatient()
                .ifPresent(id -> outcome.put("booking_patient_id", id.value()));
        entry.concerns()
                .bookingAppointment()
                .ifPresent(id -> outcome.put("booking_appointment_id", id.value()));
        entry.review()
                .ifPresent(
                        item -> {
                            ObjectNode review = outcome.putObject("review");
                            review.put("id", item.id().toString());
                            review.put("kind", item.kind().name());
                            review.set("candidates", CandidateJson.array(item.candidates()));
                        });
        entry.match().ifPresent(why -> explain(why, outcome.putObject("match"), entry.review()));
        if (!entry.notes().isEmpty()) {
            var notes = outcome.putArray("notes");
            entry.notes().forEach(notes::add);
        }
        return StrictJson.write(outcome);
    }

    private static void explain(Explanation why, ObjectNode match, Optional<ReviewItem> asked) {
        match.put("patients", why.patients());
        match.put("looked_at", why.lookedAt());
        if (!why.hot().isEmpty()) {
            why.hot().forEach(match.putArray("hot")::add);
        }
        match.put("ask_from", why.askFrom());
        match.put("likely_from", why.likelyFrom());
        if (asked.isEmpty()) {
            match.set("candidates", CandidateJson.array(why.candidates()));
        }
    }
}
