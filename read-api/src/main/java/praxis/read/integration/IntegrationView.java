package praxis.read.integration;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the connection with the booking tool stands, as the API shows it. */
@Schema(
        name = "Integration",
        example =
                """
                {
                  "practice": "default",
                  "webhook_path": "/api/webhooks/booking",
                  "webhook_url": "https://hooks.example.org/api/webhooks/booking",
                  "last_sign_of_life": "2027-02-20T12:00:00Z",
                  "counts": {
                    "patients": 412,
                    "patients_without_therapist": 3,
                    "linked_booking_patients": 298,
                    "expected_booking_patients": 0,
                    "ignored_booking_patients": 2,
                    "open_reviews": 5,
                    "parked_appointments": 1
                  },
                  "recent_events": {"success": 981, "duplicate": 12, "error": 7},
                  "warnings": [{
                    "code": "no_booking_tool_url",
                    "text": "Nobody said where the booking tool is: no page leads there."
                  }]
                }
                """)
record IntegrationView(
        String practice,
        @Schema(description = "What the booking tool posts to, after the edge's own address.")
                String webhookPath,
        @Schema(description = "The same whole; null where the installation does not say its own.")
                @Nullable String webhookUrl,
        @Schema(description = "Receipt of the newest webhook; null before the first.")
                @Nullable Instant lastSignOfLife,
        Counts counts,
        @Schema(description = "Of the newest 1,000 webhooks, by processing_status.")
                Map<String, Long> recentEvents,
        @Schema(description = "What admins should see to.") List<Warning> warnings) {

    private static final Warning NO_DEFAULT_THERAPIST =
            new Warning(
                    "no_default_therapist",
                    "No default therapist is set: new patients belong to nobody, and only admins"
                            + " see them.");
    private static final Warning NO_BOOKING_TOOL =
            new Warning(
                    "no_booking_tool_url",
                    "Nobody said where the booking tool is: no page leads there.");
    private static final Warning NOTHING_HEARD =
            new Warning("never_heard", "Nothing has come from the booking tool yet.");

    /** What there is how much of. */
    @Schema(name = "IntegrationCounts")
    record Counts(
            long patients,
            @Schema(description = "Those whom only admins see, or the whole practice.")
                    long patientsWithoutTherapist,
            long linkedBookingPatients,
            @Schema(description = "Who registered, and is a patient with the first appointment.")
                    long expectedBookingPatients,
            long ignoredBookingPatients,
            long openReviews,
            @Schema(description = "Appointments that nobody could be assigned to yet.")
                    long parkedAppointments) {}

    /** As a code for programs and in words. */
    @Schema(name = "IntegrationWarning")
    record Warning(
            @Schema(
                            type = "string",
                            allowableValues = {
                                "no_default_therapist",
                                "no_booking_tool_url",
                                "never_heard"
                            })
                    String code,
            String text) {}

    static IntegrationView of(
            WebhookAddress address,
            PracticeId practice,
            Standing standing,
            Map<String, Long> recent) {
        return new IntegrationView(
                practice.value(),
                WebhookAddress.path(practice),
                address.url(practice),
                standing.lastSignOfLife(),
                new Counts(
                        standing.patients(),
                        standing.patientsOfNobody(),
                        standing.linked(),
                        standing.expected(),
                        standing.ignored(),
                        standing.openReviews(),
                        standing.parked()),
                recent,
                warnings(standing));
    }

    private static List<Warning> warnings(Standing standing) {
        List<Warning> warnings = new ArrayList<>();
        if (standing.defaultTherapistId() == null) {
            warnings.add(NO_DEFAULT_THERAPIST);
        }
        if (!standing.bookingToolKnown()) {
            warnings.add(NO_BOOKING_TOOL);
        }
        if (standing.lastSignOfLife() == null) {
            warnings.add(NOTHING_HEARD);
        }
        return warnings;
    }
}
