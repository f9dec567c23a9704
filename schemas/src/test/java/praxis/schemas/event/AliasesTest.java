package praxis.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.schemas.event.Bodies.failingFields;
import static praxis.schemas.event.Bodies.understood;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import praxis.schemas.event.BookingEvent.AppointmentCancelled;
import praxis.schemas.event.BookingEvent.AppointmentCreated;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientEvent;
import praxis.schemas.event.BookingEvent.PatientUpdated;

class AliasesTest {
    private static final String REST =
            "'scheduled_at':'2026-03-02T09:00:00+01:00','duration_minutes':30";

    @Test
    void idIsThePatientInPatientEvents() {
        PatientEvent event = (PatientEvent) understood("patient.deleted", "{'id':'P-1'}");

        assertThat(event.bookingPatientId()).isEqualTo(new BookingPatientId("P-1"));
    }

    @Test
    void idIsTheAppointmentInAppointmentEvents() {
        AppointmentCreated event =
                (AppointmentCreated)
                        understood(
                                "appointment.created",
                                "{'id':'A-1','patient_id':'P-1'," + REST + "}");

        assertThat(event.bookingAppointmentId()).isEqualTo(new BookingAppointmentId("A-1"));
        assertThat(event.bookingPatientId()).contains(new BookingPatientId("P-1"));
    }

    @Test
    void patientIdIsNoAliasInPatientEvents() {
        assertThat(failingFields("patient.deleted", "{'patient_id':'P-1'}"))
                .containsExactly("booking_patient_id");
    }

    @Test
    void idIsNeverThePatientOfAnAppointment() {
        AppointmentCancelled event =
                (AppointmentCancelled) understood("appointment.cancelled", "{'id':'A-1'}");

        assertThat(event.bookingPatientId()).isEmpty();
        assertThat(failingFields("appointment.created", "{'id':'A-1'," + REST + "}"))
                .containsExactly("booking_patient_id");
    }

    @ParameterizedTest
    @CsvSource({
        "'''first_name'':''Ada'',''vorname'':''Eva''', Ada",
        "'''vorname'':''Eva'',''first_name'':''Ada''', Ada",
        "'''vorname'':''Eva''', Eva",
        "'''first_name'':null,''vorname'':''Eva''', Eva",
        "'''first_name'':''Ada'',''vorname'':null', Ada",
        "'''first_name'':''Ada'',''vorname'':17', Ada",
    })
    void canonicalNameWinsUnlessItIsNull(String names, String firstName) {
        PatientUpdated event =
                (PatientUpdated) understood("patient.updated", "{'id':'P-1'," + names + "}");

        assertThat(event.fields().firstName()).isEqualTo(Field.of(firstName));
    }

    @Test
    void canonicalIdWinsUnlessItIsNull() {
        assertThat(patientId("'id':17,'booking_patient_id':'P-1'")).isEqualTo("P-1");
        assertThat(patientId("'id':17,'booking_patient_id':null")).isEqualTo("17");
        assertThat(failingFields("patient.deleted", "{'id':null,'booking_patient_id':null}"))
                .containsExactly("booking_patient_id");
        assertThat(failingFields("patient.deleted", "{'id':17,'booking_patient_id':' '}"))
                .containsExactly("booking_patient_id");
    }

    private static String patientId(String ids) {
        PatientEvent event = (PatientEvent) understood("patient.deleted", "{" + ids + "}");
        return event.bookingPatientId().value();
    }
}
