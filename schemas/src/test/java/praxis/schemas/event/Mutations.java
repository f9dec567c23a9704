package praxis.schemas.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils documents in the ways that a broken or hostile sender might. */
final class Mutations {
    private static final int MOST_CUTS = 6;

    private static final List<String> FRAGMENTS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ",",
                    "\"",
                    "\\",
                    "null",
                    "true",
                    "-",
                    "0",
                    "1e999999999",
                    "1e99999999999",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\\udc00",
                    "\0",
                    "\uFEFF",
                    "\r\n",
                    "{}",
                    "[[[[[[[[",
                    "]]]]]]]]",
                    "\"id\":",
                    "\"id\":null,",
                    "\"payload\":",
                    "/*",
                    "\"event_type\":\"ping\",",
                    "\"version\":1e400,",
                    "NaN",
                    "'",
                    "\u2028",
                    "9".repeat(300),
                    "[".repeat(40),
                    "\"" + "ü".repeat(300) + "\"");

    private final RandomGenerator random;
    private final List<byte[]> originals;

    Mutations(RandomGenerator random, List<byte[]> originals) {
        this.random = random;
        this.originals = originals;
    }

    byte[] next() {
        byte[] spoiled = any(originals);
        for (int cuts = random.nextInt(MOST_CUTS) + 1; cuts > 0; cuts--) {
            spoiled = spoil(spoiled);
        }
        return spoiled;
    }

    private byte[] spoil(byte[] original) {
        int from = random.nextInt(original.length + 1);
        int to = Math.min(original.length, from + random.nextInt(20));
        return switch (random.nextInt(6)) {
            case 0 -> replace(original, from, to, new byte[0]);
            case 1 -> replace(original, from, from, Arrays.copyOfRange(original, from, to));
            case 2 ->
                    replace(original, from, from, any(FRAGMENTS).getBytes(StandardCharsets.UTF_8));
            case 3 -> replace(original, from, to, any(FRAGMENTS).getBytes(StandardCharsets.UTF_8));
            case 4 -> replace(original, from, to, bytes(to - from));
            default -> replace(original, from, original.length, rest(any(originals)));
        };
    }

    private byte[] rest(byte[] other) {
        return Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] replace(byte[] original, int from, int to, byte[] middle) {
        byte[] result = Arrays.copyOf(original, original.length - (to - from) + middle.length);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(original, to, result, from + middle.length, original.length - to);
        return result;
    }
}
