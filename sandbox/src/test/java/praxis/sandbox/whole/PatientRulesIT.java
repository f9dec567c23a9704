package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SPEC 3.1, walked through over HTTP as far as the booking tool alone can go. */
@ExtendWith(WithSandbox.class)
class PatientRulesIT {
    @Test
    void createsWhoeverResemblesNobody(Practice practice) throws Exception {
        Entry entry =
                practice.hears(
                        Told.event("patient.created")
                                .with("id", "p-1")
                                .with("email", "hans.cordes@example.org")
                                .with("vorname", "Hans")
                                .with("nachname", "Cordes")
                                .with("telefon", "030 23125001")
                                .with("geburtsdatum", "1961-02-03")
                                .with("geschlecht", "maennlich"));

        assertThat(entry).hasToString("success created");
        JsonNode patient = practice.patient(entry.patientId());
        assertThat(patient.path("first_name").asText()).isEqualTo("Hans");
        assertThat(patient.path("date_of_birth").asText()).isEqualTo("1961-02-03");
        assertThat(patient.path("gender").asText()).isEqualTo("maennlich");
        assertThat(patient.path("booking_system_id").asText()).isEqualTo("p-1");
        assertThat(patient.path("booking_email").asText()).isEqualTo("hans.cordes@example.org");
    }

    @Test
    void neverStoresPlaceholdersAsFacts(Practice practice) throws Exception {
        Entry entry =
                practice.hears(
                        Told.patientCreated("p-2")
                                .named("Unbekannt", "Dahlem")
                                .with("email", "dahlem@example.org")
                                .with("date_of_birth", "1900-01-01"));

        JsonNode patient = practice.patient(entry.patientId());
        assertThat(patient.path("first_name").isNull()).isTrue();
        assertThat(patient.path("date_of_birth").isNull()).isTrue();
        assertThat(patient.path("last_name").asText()).isEqualTo("Dahlem");
    }

    @Test
    void linksWhoAgreesInEverything(Practice practice) throws Exception {
        Entry before = practice.hears(eva("p-3"));
        practice.hears(Told.patientDeleted("p-3"));

        Entry after = practice.hears(eva("p-3-again"));

        assertThat(after).hasToString("success linked");
        assertThat(after.patientId()).isEqualTo(before.patientId());
        assertThat(practice.patient(after.patientId()).path("booking_system_id").asText())
                .isEqualTo("p-3-again");
    }

    private static Told eva(String id) {
        return Told.patientCreated(id)
                .named("Eva", "Ehlers")
                .with("email", "eva.ehlers@example.org")
                .with("date_of_birth", "1980-04-05");
    }

    @Test
    void asksWhoSharesOneMailbox(Practice practice) throws Exception {
        practice.hears(family("p-4", "Frieda", "1979-01-01"));
        Entry child = practice.hears(family("p-5", "Fritz", "2012-01-01"));

        assertThat(child).hasToString("needs_review EMAIL_SHARED");
    }

    private static Told family(String id, String firstName, String birth) {
        return Told.patientCreated(id)
                .named(firstName, "Freitag")
                .with("email", "familie.freitag@example.org")
                .with("date_of_birth", birth);
    }

    @Test
    void asksWhoRegistersTwice(Practice practice) throws Exception {
        Told gerda =
                Told.patientCreated("p-6")
                        .named("Gerda", "Gut")
                        .with("email", "gerda.gut@example.org")
                        .with("date_of_birth", "1950-06-07");
        practice.hears(gerda);
        Entry again = practice.hears(gerda.with("booking_patient_id", "p-7"));

        assertThat(again).hasToString("needs_review ALREADY_LINKED");
    }

    @Test
    void asksWhoComesWithAnotherMailbox(Practice practice) throws Exception {
        Told heinz =
                Told.patientCreated("p-8")
                        .named("Heinz", "Hollerbach")
                        .with("email", "heinz@example.org")
                        .with("date_of_birth", "1955-05-05");
        practice.hears(heinz);
        practice.hears(Told.patientDeleted("p-8"));
        Entry other =
                practice.hears(
                        heinz.with("booking_patient_id", "p-9")
                                .with("email", "hollerbach@example.org"));

        assertThat(other).hasToString("needs_review EMAIL_MISMATCH");
    }

    @Test
    void saysWhichFieldIsWrong(Practice practice) throws Exception {
        Entry entry = practice.hears(Told.patientCreated("p-10").named("Inge", "Iser"));

        assertThat(entry.status()).isEqualTo("error");
        assertThat(entry.error()).contains("email");
        assertThat(entry.error()).doesNotContain("Inge").doesNotContain("Iser");
    }

    @Test
    void fillsAndFollowsOnceLinked(Practice practice) throws Exception {
        Entry entry =
                practice.hears(
                        Told.patientCreated("p-11")
                                .named("Jana", "Jung")
                                .with("email", "jana.jung@example.org"));
        Entry update =
                practice.hears(
                        Told.patientUpdated("p-11")
                                .with("email", "jana.neu@example.org")
                                .with("phone", "030 23125002")
                                .with("date_of_birth", "1990-09-09"));

        assertThat(update).hasToString("success updated");
        assertThat(update.patientId()).isEqualTo(entry.patientId());
        JsonNode patient = practice.patient(entry.patientId());
        assertThat(patient.path("last_name").asText()).isEqualTo("Jung");
        assertThat(patient.path("phone").asText()).isNotEmpty();
        assertThat(patient.path("date_of_birth").asText()).isEqualTo("1990-09-09");
        assertThat(patient.path("booking_email").asText()).isEqualTo("jana.neu@example.org");
    }

    @Test
    void asksWhenNewsContradictTheLink(Practice practice) throws Exception {
        Entry entry =
                practice.hears(
                        Told.patientCreated("p-12")
                                .named("Karl", "Kern")
                                .with("email", "karl.kern@example.org")
                                .with("date_of_birth", "1970-10-10"));
        Entry update =
                practice.hears(
                        Told.patientUpdated("p-12")
                                .named("Konrad", "Lampe")
                                .with("phone", "030 23125003")
                                .with("date_of_birth", "1988-08-08"));

        assertThat(update).hasToString("needs_review LINK_CONTRADICTED");
        JsonNode patient = practice.patient(entry.patientId());
        assertThat(patient.path("last_name").asText()).isEqualTo("Kern");
        assertThat(patient.path("phone").isNull()).isTrue();
    }

    @Test
    void cancelsTheFutureWhenTheToolDeletesSomebody(Practice practice) throws Exception {
        Entry entry =
                practice.hears(
                        Told.patientCreated("p-13")
                                .named("Lena", "Lorenz")
                                .with("email", "lena.lorenz@example.org"));
        practice.hears(Told.booked("pa-1", "p-13", "2020-01-07T10:00:00+01:00"));
        practice.hears(Told.booked("pa-2", "p-13", "2039-01-07T10:00:00+01:00"));

        assertThat(practice.hears(Told.patientDeleted("p-13"))).hasToString("success link_ended");
        assertThat(practice.appointmentsOf(entry.patientId()))
                .extracting(each -> each.path("status").asText())
                .containsExactly("cancelled", "scheduled");
        assertThat(practice.patient(entry.patientId()).path("last_name").asText())
                .isEqualTo("Lorenz");
    }
}
