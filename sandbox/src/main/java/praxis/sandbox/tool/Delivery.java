package praxis.sandbox.tool;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.SignatureScheme;

/**
 * One webhook as the tool has decided to send it. A retry is the same delivery once more: same id,
 * same bytes, signed anew.
 *
 * @param id the {@code webhook-id}; goes unsent under the body signature
 * @param backfill whether it is history, delivered once more
 */
public record Delivery(String id, SignatureScheme scheme, Bytes body, boolean backfill) {
    public static Delivery of(String id, SignatureScheme scheme, Bytes body) {
        return new Delivery(id, scheme, body, false);
    }

    public Delivery asBackfill() {
        return new Delivery(id, scheme, body, true);
    }

    /** Never the body: it holds personal data. */
    @Override
    public String toString() {
        return "Delivery[" + id + ", " + scheme.wireName() + ", " + body.length() + " bytes]";
    }
}
