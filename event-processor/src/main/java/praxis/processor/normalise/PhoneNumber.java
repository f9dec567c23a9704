package praxis.processor.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

import java.util.Optional;

/** A phone number as it is dialled from anywhere. */
public final class PhoneNumber {
    private static final String HOME_REGION = "DE";

    private PhoneNumber() {}

    /** As E.164; empty where it is no number. */
    public static Optional<String> e164(String phone) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return Optional.of(
                    numbers.format(numbers.parse(phone, HOME_REGION), PhoneNumberFormat.E164));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
