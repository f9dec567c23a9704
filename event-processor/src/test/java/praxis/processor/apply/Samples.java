package praxis.processor.apply;

import praxis.processor.model.Appointment;
import praxis.processor.model.Appointment.Content;
import praxis.processor.model.Appointment.ScheduledTime;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.Patient;
import praxis.processor.model.PatientField;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.processor.model.ReviewItem.Kind;
import praxis.processor.model.ReviewItem.Subject;
import praxis.processor.model.TakenIdentity;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.event.Stamp;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.StableIds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invented people and appointments, each plain until a test says more of it. */
final class Samples {
    static final PracticeId LINDENHOF = new PracticeId("lindenhof");
    static final PracticeId AM_MARKT = new PracticeId("am-markt");
    static final Instant MORNING = Instant.parse("2026-03-02T07:15:30.123456Z");

    /** Whatever somebody may try to break an encoding with. */
    static final String ODD =
            "Jürgen \"Ø\" O'Hara, \\N \\. {a,\"b\"} \t tab\r\n"
                    + "new line \uD83E\uDDB7 null NULL ; -- /*";

    private Samples() {}

    static UUID uuid(String name) {
        return StableIds.of("sample", name);
    }

    static PatientId patientId(String name) {
        return new PatientId(uuid(name));
    }

    static Patient patient(String name) {
        return new Patient(
                patientId(name),
                new Patient.Details(
                        Optional.of("Vorname " + name),
                        Optional.of("Nachname " + name),
                        Optional.of(email(name)),
                        Optional.empty(),
                        Optional.of(LocalDate.of(1971, 2, 3)),
                        Gender.UNKNOWN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PatientField.Set.NONE,
                PatientField.Set.NONE,
                Optional.empty(),
                4);
    }

    static Patient oddPatient(String name) {
        return new Patient(
                patientId(name),
                new Patient.Details(
                        Optional.of(ODD),
                        Optional.of("ß" + ODD),
                        Optional.of(email(name)),
                        Optional.of("+49 151 / 0"),
                        Optional.of(LocalDate.of(1901, 12, 31)),
                        Gender.DIVERSE),
                Optional.of(new BookingPatientId("bp " + ODD)),
                Optional.of("Mail+" + name + "@example.org"),
                Optional.of("therapist|" + ODD),
                Optional.of("user|" + name + ODD),
                PatientField.Set.NONE.with(PatientField.GENDER, true),
                PatientField.Set.NONE.with(PatientField.FIRST_NAME, true),
                Optional.empty(),
                Long.MAX_VALUE);
    }

    static String email(String name) {
        return name + "@example.org";
    }

    static PatientFields sayingEmail(String name) {
        PatientFields none = PatientFields.none();
        return new PatientFields(
                Field.of(email(name)),
                none.firstName(),
                none.lastName(),
                none.phone(),
                none.dateOfBirth(),
                none.gender());
    }

    static BookingPatientId bookingPatientId(String name) {
        return new BookingPatientId("bp-" + name);
    }

    static BookingPatient bookingPatient(String name, Standing standing) {
        return new BookingPatient(
                bookingPatientId(name),
                standing,
                Optional.empty(),
                PatientFields.none(),
                Stamp.NONE,
                2);
    }

    static BookingPatient linked(String name, String patient) {
        return bookingPatient(name, Standing.UNKNOWN).linkedTo(patientId(patient));
    }

    static BookingAppointmentId appointmentId(String name) {
        return new BookingAppointmentId("ba-" + name);
    }

    /** Without an owner, a time or anything else. */
    static Appointment bareAppointment(String name) {
        return new Appointment(
                uuid("appointment " + name),
                appointmentId(name),
                Optional.empty(),
                Optional.empty(),
                new Content(
                        Field.absent(),
                        Field.absent(),
                        Field.absent(),
                        Field.absent(),
                        Field.absent()),
                AppointmentStatus.CANCELLED,
                false,
                MORNING,
                Stamp.NONE,
                Optional.empty(),
                1);
    }

    static Appointment appointment(String name, String bookingPatient) {
        return full(name, bookingPatient, "2026-05-04T09:00:00+02:00");
    }

    static Appointment full(String name, String bookingPatient, String time) {
        Appointment bare = bareAppointment(name);
        return new Appointment(
                bare.id(),
                bare.bookingAppointment(),
                Optional.of(bookingPatientId(bookingPatient)),
                Optional.empty(),
                new Content(
                        Field.of(
                                new ScheduledTime(
                                        Instant.parse(time),
                                        time,
                                        Optional.of(Appointment.TimeFlag.OVERLAP))),
                        Field.of(45),
                        Field.of(ODD),
                        Field.of("Manuelle Therapie"),
                        Field.of("{\"arzt\" : \"Dr. \\\"Q\\\" \\u00e4\",\"n\":null}")),
                AppointmentStatus.SCHEDULED,
                true,
                MORNING.plusSeconds(5),
                stamp(Stamp.Kind.SEQUENCE),
                Optional.of(stamp(Stamp.Kind.UPDATED_AT)),
                8);
    }

    static Stamp stamp(Stamp.Kind kind) {
        return new Stamp(
                Optional.of(new Stamp.Version(kind, Long.MAX_VALUE)),
                Optional.of(Instant.parse("1900-01-01T00:00:00.000001Z")));
    }

    static TakenIdentity identity(String key, long offset) {
        return new TakenIdentity(
                key,
                Bytes.of(new byte[] {0, -1, 127, -128}),
                uuid("event " + offset),
                offset,
                MORNING.plusMillis(offset),
                offset % 2 == 1);
    }

    /** Who {@code person} is. */
    static ReviewItem question(String name, Kind kind, String person) {
        return question(name, kind, person, Subject.identityOf(bookingPatientId(person)));
    }

    static ReviewItem question(String name, Kind kind, String person, Subject subject) {
        return new ReviewItem(
                uuid("review " + name),
                kind,
                subject,
                Optional.of(bookingPatientId(person)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                MORNING,
                MORNING.plusSeconds(3600),
                Optional.empty(),
                Optional.empty(),
                uuid("event of " + name),
                Optional.empty());
    }

    static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
