package praxis.processor.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A phone number as it is dialled from anywhere. */
public final class PhoneNumber {
    private static final String HOME_REGION = "DE";

    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_REMEMBERED = 40;

    /** Those asked for last: parsing takes longer than all else that a comparison does. */
    private static final Map<String, Optional<String>> REMEMBERED =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<String, Optional<String>> eldest) {
                            return size() > MOST_REMEMBERED;
                        }
                    });

    private PhoneNumber() {}

    /** As E.164; empty where it is no number. */
    public static Optional<String> e164(String phone) {
        return phone.length() > LONGEST_REMEMBERED
                ? parsed(phone)
                : REMEMBERED.computeIfAbsent(phone, PhoneNumber::parsed);
    }

    private static Optional<String> parsed(String phone) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return Optional.of(
                    numbers.format(numbers.parse(phone, HOME_REGION), PhoneNumberFormat.E164));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
