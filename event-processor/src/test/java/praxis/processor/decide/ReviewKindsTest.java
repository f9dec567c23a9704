package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.BookingState;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Kind;

import java.util.List;

/** SPEC 4: every doubtful match is asked about, with its kind, candidates and reasons. */
class ReviewKindsTest {

    private static final String EMAIL = "sommerfeld@example.org";

    private final Practice practice = Practice.empty();

    @Test
    void emailMismatch() {
        practice.files(annegretsCard().email("privat@example.org").born("1975-06-01"));

        assertThat(asked(annegret("B1")).kind()).isEqualTo(Kind.EMAIL_MISMATCH);
    }

    @Test
    void emailMissing() {
        practice.files(annegretsCard().born("1975-06-01"));

        ReviewItem item = asked(annegret("B1"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_MISSING);
        assertThat(item.candidates().getFirst().agrees())
                .containsExactly("first_name", "last_name", "date_of_birth");
    }

    @Test
    void emailOnly() {
        PatientId patient = practice.files(annegretsCard().email(EMAIL));

        ReviewItem item = asked(Webhook.patientCreated("B1").email(EMAIL));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_ONLY);
        assertThat(item.candidates())
                .singleElement()
                .returns(patient, Candidate::patient)
                .returns(List.of("email"), Candidate::agrees)
                .returns(List.of(), Candidate::differs);
    }

    @Test
    void emailSharedWithAContradictingName() {
        PatientId patient = practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));

        ReviewItem item = asked(annegret("B1"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(item.candidates())
                .singleElement()
                .returns(patient, Candidate::patient)
                .returns(List.of("email", "last_name"), Candidate::agrees)
                .returns(List.of("first_name"), Candidate::differs);
    }

    @Test
    void emailSharedWithAContradictingBirthDate() {
        practice.files(annegretsCard().email(EMAIL).born("2001-01-31"));

        ReviewItem item = asked(annegret("B1"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(item.candidates().getFirst().differs()).containsExactly("date_of_birth");
    }

    @Test
    void alreadyLinked() {
        practice.hears(annegret("B1"));

        assertThat(asked(annegret("B2")).kind()).isEqualTo(Kind.ALREADY_LINKED);
    }

    @Test
    void ambiguousBetweenSeveralCandidates() {
        PatientId one = practice.files(annegretsCard().born("1975-06-01"));
        PatientId two = practice.files(annegretsCard().email(EMAIL));

        ReviewItem item = asked(annegret("B1"));

        assertThat(item.kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(item.candidates())
                .extracting(Candidate::patient)
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void familyMailboxWithTheNewcomersOwnCardIsShared() {
        practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        PatientId own = practice.files(annegretsCard().email(EMAIL).born("1975-06-01"));

        ReviewItem item = asked(annegret("B1"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(item.candidates().getFirst().patient()).isEqualTo(own);
    }

    @Test
    void candidatesAreRankedTheLikeliestFirst() {
        PatientId contradicting = practice.files(Card.of("Benno", "Sommerfeld").email(EMAIL));
        PatientId emailOnly = practice.files(Card.nameless().email(EMAIL));
        PatientId likeliest = practice.files(annegretsCard().email(EMAIL));

        assertThat(asked(annegret("B1")).candidates())
                .extracting(Candidate::patient)
                .containsExactly(likeliest, emailOnly, contradicting);
    }

    @Test
    void exactlyAsManyBearersAsAreLookedAtIsNoHotKey() {
        bearersOfOneMailbox(BookingState.MAXIMUM_CANDIDATES);

        ReviewItem item = asked(annegret("B1"));

        assertThat(item.kind()).isEqualTo(Kind.EMAIL_SHARED);
        assertThat(item.candidates()).hasSize(20);
    }

    @Test
    void aHotKeyIsAmbiguousAndNeverASilentNewPatient() {
        bearersOfOneMailbox(BookingState.MAXIMUM_CANDIDATES + 1);

        ReviewItem item = asked(annegret("B1"));

        assertThat(item.kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(practice.patients()).isEqualTo(BookingState.MAXIMUM_CANDIDATES + 1);
    }

    @Test
    void nobodyResemblingMeansCreate() {
        practice.files(Card.of("Annegret", "Winterberg").email("privat@example.org"));
        practice.files(Card.of("Benno", "Winterberg").born("1975-06-01"));

        assertThat(practice.hears(annegret("B1")).outcome()).isEqualTo("created");
    }

    @Test
    void aPatientUnderReviewIsNotCreated() {
        practice.files(annegretsCard().email(EMAIL));
        asked(annegret("B1").without("date_of_birth"));

        asked(annegret("B1"));

        assertThat(practice.patients()).isEqualTo(1);
        assertThat(practice.openItems()).hasSize(1);
    }

    private void bearersOfOneMailbox(int count) {
        for (int i = 0; i < count; i++) {
            practice.files(Card.of("Benno" + i, "Winterberg").email(EMAIL));
        }
    }

    private ReviewItem asked(Webhook webhook) {
        Heard heard = practice.hears(webhook);
        assertThat(heard.outcome()).isEqualTo("needs_review");
        return heard.asked();
    }

    private static Card annegretsCard() {
        return Card.of("Annegret", "Sommerfeld");
    }

    private static Webhook annegret(String id) {
        return Webhook.patientCreated(id)
                .named("Annegret", "Sommerfeld")
                .email(EMAIL)
                .born("1975-06-01");
    }
}
