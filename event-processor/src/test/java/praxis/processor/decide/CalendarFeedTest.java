package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.CalendarFeed;
import praxis.processor.model.Effect;
import praxis.processor.model.PatientId;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.IssueCalendarFeed;
import praxis.schemas.command.StaffCommand.RevokeCalendarFeed;

import java.util.UUID;

/** Who can read a patient's appointments as a calendar. */
class CalendarFeedTest {
    private static final String HASH = "0f".repeat(32);

    private final Practice practice = Practice.thatKnows("B1");
    private final PatientId patient = practice.patientOf("B1").id();

    @Test
    void keepsTheHashOfTheToken() {
        Heard heard = practice.orders(new IssueCalendarFeed(patient.value(), HASH));

        assertThat(heard.outcome()).isEqualTo("issued");
        assertThat(heard.decision().effects())
                .contains(new Effect.PutCalendarFeed(new CalendarFeed(patient, HASH)));
        assertThat(heard.decision().entry().concerns().patient()).contains(patient);
    }

    @Test
    void revokesItOnce() {
        practice.orders(new IssueCalendarFeed(patient.value(), HASH));

        assertThat(practice.orders(new RevokeCalendarFeed(patient.value())).outcome())
                .isEqualTo("revoked");
        assertThat(practice.orders(new RevokeCalendarFeed(patient.value())).outcome())
                .isEqualTo("unchanged");
    }

    @Test
    void knowsNobodyElse() {
        assertThat(practice.orders(new IssueCalendarFeed(new UUID(1, 1), HASH)).outcome())
                .isEqualTo(Refusal.NOT_FOUND.wireName());
        assertThat(practice.orders(new RevokeCalendarFeed(new UUID(1, 1))).outcome())
                .isEqualTo(Refusal.NOT_FOUND.wireName());
    }
}
