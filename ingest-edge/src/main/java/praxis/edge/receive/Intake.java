package praxis.edge.receive;

import io.micronaut.http.MutableHttpResponse;

import praxis.edge.answer.Answers;
import praxis.edge.answer.Problems;
import praxis.edge.append.Appended;
import praxis.edge.append.InboundLog;
import praxis.edge.measure.EdgeMetrics;
import praxis.edge.measure.EdgeMetrics.Recorded;
import praxis.edge.secrets.SecretRing;
import praxis.edge.secrets.SecretRings;
import praxis.edge.verify.RefusalReason;
import praxis.edge.verify.SignatureVerifier;
import praxis.edge.verify.Verdict;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.SignatureScheme;
import praxis.schemas.record.StableIds;

import java.util.concurrent.CompletableFuture;

/** The whole story of a delivery: verify, look, append, answer. */
public final class Intake {
    private final SecretRings rings;
    private final SignatureVerifier verifier;
    private final RecordMaker records;
    private final InboundLog log;
    private final EdgeMetrics metrics;

    public Intake(
            SecretRings rings,
            SignatureVerifier verifier,
            RecordMaker records,
            InboundLog log,
            EdgeMetrics metrics) {
        this.rings = rings;
        this.verifier = verifier;
        this.records = records;
        this.log = log;
        this.metrics = metrics;
    }

    CompletableFuture<MutableHttpResponse<byte[]>> receive(Delivery delivery) {
        SecretRing ring = delivery.practice().map(rings::of).orElse(SecretRing.EMPTY);
        Verdict verdict = verifier.verify(delivery.content(), ring, delivery.receivedAt());
        return switch (verdict) {
            case Verdict.Refused(RefusalReason reason) ->
                    CompletableFuture.completedFuture(refuse(reason));
            // The practice's rate limit has its place here: after the signature, so that forged
            // requests never use it up, and before anything is stored.
            case Verdict.Verified verified -> store(delivery, verified);
        };
    }

    /** The note for the practice's integrations page has its place here, beside the counter. */
    private MutableHttpResponse<byte[]> refuse(RefusalReason reason) {
        metrics.refused(reason);
        return Answers.unauthorized();
    }

    /** Stores whatever was signed, an event or not: the practice shall see it. */
    private CompletableFuture<MutableHttpResponse<byte[]>> store(
            Delivery delivery, Verdict.Verified verified) {
        PracticeId practice = delivery.practice().orElseThrow();
        Content content = Content.glance(delivery.content().body().toArray());
        return log.append(records.record(practice, delivery, verified))
                .thenApply(appended -> answer(appended, content, verified.scheme()));
    }

    private MutableHttpResponse<byte[]> answer(
            Appended appended, Content content, SignatureScheme scheme) {
        return switch (appended) {
            case Appended.Unconfirmed() -> {
                metrics.unavailable();
                yield Answers.unavailable();
            }
            case Appended.At at -> answerStored(at, content, scheme);
        };
    }

    private MutableHttpResponse<byte[]> answerStored(
            Appended.At at, Content content, SignatureScheme scheme) {
        return switch (content) {
            case Content.Event() -> {
                metrics.accepted(scheme);
                yield Answers.accepted(scheme, StableIds.ofEvent(at.position()));
            }
            case Content.NotJson() -> {
                metrics.recordedAsError(Recorded.NOT_JSON);
                yield Answers.problem(Problems.NOT_JSON);
            }
            case Content.UnusableEnvelope(var problems) -> {
                metrics.recordedAsError(Recorded.UNUSABLE_ENVELOPE);
                yield Answers.unusableEnvelope(problems);
            }
        };
    }
}
