package praxis.read.reviews;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** What is known of a person, ours or the booking tool's; personal, so its text shows nothing. */
@Schema(name = "ReviewFacts")
record Facts(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate dateOfBirth,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String gender) {

    /** The value of a field under its canonical name, as text. */
    @Nullable String value(String field) {
        return switch (field) {
            case "first_name" -> firstName;
            case "last_name" -> lastName;
            case "date_of_birth" -> dateOfBirth == null ? null : dateOfBirth.toString();
            case "email" -> email;
            case "phone" -> phone;
            case "gender" -> gender;
            default -> null;
        };
    }

    @Override
    public String toString() {
        return "Facts[redacted]";
    }
}
