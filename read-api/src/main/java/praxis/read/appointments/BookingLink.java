package praxis.read.appointments;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leads to the booking tool with the patient's name filled in. */
final class BookingLink {
    private static final String PARAMETER = "patient";

    private BookingLink() {}

    /** Null where no tool is configured; without the parameter where the patient has no name. */
    static @Nullable String to(
            @Nullable String toolUrl, @Nullable String firstName, @Nullable String lastName) {
        if (toolUrl == null || toolUrl.isBlank()) {
            return null;
        }
        String name =
                Stream.of(firstName, lastName)
                        .filter(Objects::nonNull)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
        return name.isEmpty() ? toolUrl : withParameter(toolUrl, name);
    }

    private static String withParameter(String toolUrl, String name) {
        int hash = toolUrl.indexOf('#');
        String fragment = hash < 0 ? "" : toolUrl.substring(hash);
        String address = hash < 0 ? toolUrl : toolUrl.substring(0, hash);
        // A form's "+" for a space is read as a plus by some; "%20" is a space to all.
        String value = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + value + fragment;
    }
}
