package praxis.read.answers;

import praxis.schemas.record.Bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the place where a page ended. Encrypted, because a place in a list of patients is a name
 * and a cursor ends up in logs of addresses; every instance with the same main key can open it.
 */
public final class Cursors {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 4_096;

    private final SecretKeySpec sealing;
    private final SecretKeySpec nonces;

    public Cursors(Bytes mainKey) {
        this.sealing = new SecretKeySpec(derive(mainKey, "praxis read cursor sealing"), "AES");
        this.nonces = new SecretKeySpec(derive(mainKey, "praxis read cursor nonces"), "HmacSHA256");
    }

    /** The same place gives the same cursor, or else no answer would ever equal the one before. */
    public String seal(String list, List<String> place) {
        byte[] plain = write(list, place);
        byte[] nonce = Arrays.copyOf(hmac(nonces, plain), NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            ByteBuffer.allocate(nonce.length + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a cursor could not be sealed", impossible);
        }
    }

    /** Empty for whatever was not sealed here, and for a cursor of another list. */
    public Optional<List<String>> open(String list, String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] sealed = new byte[bytes.remaining()];
            bytes.get(sealed);
            return read(list, cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] write(String list, List<String> place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(list);
            out.writeByte(place.size());
            for (String part : place) {
                out.writeUTF(part);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Optional<List<String>> read(String list, byte[] plain) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            if (!in.readUTF().equals(list)) {
                return Optional.empty();
            }
            int size = in.readUnsignedByte();
            List<String> place = new ArrayList<>(size);
            for (int part = 0; part < size; part++) {
                place.add(in.readUTF());
            }
            return Optional.of(place);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] derive(Bytes mainKey, String purpose) {
        return hmac(
                new SecretKeySpec(mainKey.toArray(), "HmacSHA256"),
                purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
