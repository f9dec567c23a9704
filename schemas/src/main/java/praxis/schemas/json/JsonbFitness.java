package praxis.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Tells whether PostgreSQL's JSONB can hold a document. It cannot hold U+0000 or lone surrogates in
 * texts, nor numbers beyond its {@code numeric} type.
 */
public final class JsonbFitness {
    // numeric holds 131,072 digits before the point and 16,383 behind it; far below is safe.
    private static final int MAXIMUM_DIGITS = 10_000;

    private JsonbFitness() {}

    /**
     * Why JSONB cannot hold what was parsed, as a short code; empty where it can.
     *
     * @param document empty where the bytes were not JSON
     */
    public static Optional<String> obstacle(Optional<JsonNode> document) {
        return document.map(JsonbFitness::obstacle).orElseGet(() -> Optional.of("not_json"));
    }

    private static Optional<String> obstacle(JsonNode node) {
        if (node.isTextual()) {
            return isStorable(node.textValue()) ? Optional.empty() : Optional.of("unstorable_text");
        }
        if (node.isNumber()) {
            return isStorableNumber(node) ? Optional.empty() : Optional.of("giant_number");
        }
        if (node.isObject()
                && !node.propertyStream().allMatch(field -> isStorable(field.getKey()))) {
            return Optional.of("unstorable_text");
        }
        for (JsonNode child : node) {
            Optional<String> found = obstacle(child);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isStorableNumber(JsonNode number) {
        if (number.isIntegralNumber()) {
            return number.canConvertToLong()
                    || number.bigIntegerValue().bitLength() < MAXIMUM_DIGITS * 3;
        }
        BigDecimal decimal = number.decimalValue();
        return Math.abs((long) decimal.scale()) + decimal.precision() < MAXIMUM_DIGITS;
    }

    /** No U+0000, no surrogate without its other half. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
