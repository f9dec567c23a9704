package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.schemas.event.Bodies.failingFields;
import static praxis.schemas.event.Bodies.understood;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.event.BookingEvent.AppointmentCancelled;
import praxis.schemas.event.BookingEvent.AppointmentFields;
import praxis.schemas.event.BookingEvent.AppointmentUpdated;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.BookingEvent.PatientUpdated;

class AbsentNullValueTest {
    private static final String NULLS_OF_PATIENT =
            "{'id':'P-1','email':null,'vorname':null,'nachname':null,'telefon':null,"
                    + "'geburtsdatum':null,'geschlecht':null}";
    private static final String NULLS_OF_APPOINTMENT =
            "'therapist_name':null,'service_name':null,'status':null,'referrer':null";

    @Test
    void patientFieldsThatAreMissingAreAbsent() {
        PatientUpdated event = (PatientUpdated) understood("patient.updated", "{'id':'P-1'}");

        assertThat(event.fields()).isEqualTo(PatientFields.none());
    }

    @Test
    void patientFieldsThatAreNullAreCleared() {
        PatientUpdated event = (PatientUpdated) understood("patient.updated", NULLS_OF_PATIENT);

        assertThat(event.fields())
                .isEqualTo(
                        new PatientFields(
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared(),
                                Field.cleared()));
    }

    @Test
    void newPatientNeedsEmail() {
        assertThat(failingFields("patient.created", "{'id':'P-1'}")).containsExactly("email");
        assertThat(failingFields("patient.created", NULLS_OF_PATIENT)).containsExactly("email");
    }

    @Test
    void appointmentFieldsThatAreNullAreClearedWhereNothingIsAState() {
        AppointmentUpdated event =
                (AppointmentUpdated)
                        understood(
                                "appointment.updated",
                                "{'id':'A-1','patient_id':'P-1','duration_minutes':30,"
                                        + "'scheduled_at':'2026-03-02T09:00:00Z',"
                                        + NULLS_OF_APPOINTMENT
                                        + "}");

        assertThat(event.fields().therapistName()).isEqualTo(Field.cleared());
        assertThat(event.fields().serviceName()).isEqualTo(Field.cleared());
        assertThat(event.fields().referrerJson()).isEqualTo(Field.cleared());
        assertThat(event.fields().status()).isEqualTo(Field.absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"appointment.created", "appointment.updated"})
    void appointmentNeedsPatientTimeAndDuration(String type) {
        String[] required = {"booking_patient_id", "scheduled_at", "duration_minutes"};

        assertThat(failingFields(type, "{'id':'A-1'}")).containsExactly(required);
        assertThat(
                        failingFields(
                                type,
                                "{'id':'A-1','patient_id':null,'scheduled_at':null,"
                                        + "'duration_minutes':null}"))
                .containsExactly(required);
    }

    @Test
    void cancellationNeedsOnlyItsId() {
        assertThat(failingFields("appointment.cancelled", "{}"))
                .containsExactly("booking_appointment_id");
        assertThat(cancelled("{'id':'A-1'}").fields()).isEqualTo(AppointmentFields.none());
    }

    @Test
    void cancellationKeepsTimeAndDurationThatAreNull() {
        AppointmentCancelled event =
                cancelled(
                        "{'id':'A-1','patient_id':null,'scheduled_at':null,"
                                + "'duration_minutes':null,"
                                + NULLS_OF_APPOINTMENT
                                + "}");

        assertThat(event.bookingPatientId()).isEmpty();
        assertThat(event.fields().scheduledAt()).isEqualTo(Field.absent());
        assertThat(event.fields().durationMinutes()).isEqualTo(Field.absent());
        assertThat(event.fields().therapistName()).isEqualTo(Field.cleared());
    }

    private static AppointmentCancelled cancelled(String payload) {
        return (AppointmentCancelled) understood("appointment.cancelled", payload);
    }
}
