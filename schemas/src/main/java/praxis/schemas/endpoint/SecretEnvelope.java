package praxis.schemas.endpoint;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Encrypts webhook secrets (AES-256-GCM) under a key that is derived from the installation's main
 * key, and ties each to its practice: what was encrypted for one practice opens for no other.
 */
public final class SecretEnvelope {
    public static final int MAIN_KEY_BYTES = 32;

    /** First byte of every envelope; another way to encrypt gets another one. */
    private static final byte VERSION = 1;

    private static final String PURPOSE = "praxis webhook secrets v1";

    private final Aead cipher;

    public SecretEnvelope(Bytes mainKey) {
        if (mainKey.length() != MAIN_KEY_BYTES) {
            throw new IllegalArgumentException("the main key has 32 bytes");
        }
        try {
            this.cipher =
                    new AesGcmJce(
                            Hkdf.computeHkdf(
                                    "HmacSha256",
                                    mainKey.toArray(),
                                    new byte[0],
                                    bytes(PURPOSE),
                                    MAIN_KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /** Never the same twice: a fresh nonce goes into each. */
    public Bytes seal(PracticeId practice, WebhookSecret secret) {
        try {
            byte[] sealed = cipher.encrypt(bytes(secret.reveal()), bytes(practice.value()));
            return Bytes.of(
                    ByteBuffer.allocate(1 + sealed.length).put(VERSION).put(sealed).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a secret could not be encrypted", impossible);
        }
    }

    /** Empty where it was made under another main key, for another practice, or was changed. */
    public Optional<WebhookSecret> open(PracticeId practice, Bytes envelope) {
        byte[] content = envelope.toArray();
        if (content.length == 0 || content[0] != VERSION) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Arrays.copyOfRange(content, 1, content.length);
            byte[] text = cipher.decrypt(sealed, bytes(practice.value()));
            return Optional.of(new WebhookSecret(new String(text, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
