package praxis.processor.crash;

import praxis.processor.handle.Arrivals;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.DecideReview;
import praxis.schemas.command.Therapist;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.record.PracticeId;
import praxis.schemas.record.StableIds;

import java.util.List;
import java.util.Optional;

/** What the read API appends. */
enum OrderKind implements Kind {
    CREATE_PATIENT {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new StaffCommand.CreatePatient(named("Staff" + number), Optional.empty());
        }
    },
    CHANGE_PATIENT(EventKind.patient()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new StaffCommand.ChangePatient(
                    known.patientOf(practice, "B" + number),
                    named("Married" + number),
                    Field.of("therapist-1"));
        }
    },
    LINK_PATIENT(EventKind.patient(), EventKind.appointmentOfAnother()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new StaffCommand.LinkPatient(
                    known.patientOf(practice, "B" + number), new BookingPatientId("G" + number));
        }
    },
    UNLINK_PATIENT(EventKind.patient(), EventKind.appointment()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new StaffCommand.UnlinkPatient(
                    known.patientOf(practice, "B" + number), Optional.empty());
        }
    },
    LINK_CANDIDATE(EventKind.patient(), EventKind.namesake()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return answer(
                    practice,
                    number,
                    known,
                    new Answer.Link(known.patientOf(practice, "B" + number)));
        }
    },
    KEEP_APART(EventKind.patient(), EventKind.namesake()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return answer(practice, number, known, new Answer.Create(PatientFields.none()));
        }
    },
    DISMISS(EventKind.patient(), EventKind.namesake()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return answer(practice, number, known, new Answer.Dismiss());
        }
    },
    POSTPONE(EventKind.patient(), EventKind.namesake()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return answer(practice, number, known, new Answer.Postpone(Optional.empty()));
        }
    },
    TAKE_NEW(EventKind.patient(), EventKind.appointment(), EventKind.appointmentOfAnother()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new DecideReview(
                    known.itemAboutAppointment(practice, "A" + number),
                    new Answer.TakeNew(),
                    Optional.empty());
        }
    },
    RESTORE_BOOKING_PATIENT(EventKind.patient(), EventKind.patientDeleted()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new StaffCommand.RestoreBookingPatient(new BookingPatientId("B" + number));
        }
    },
    CHANGE_SETTINGS(EventKind.patient(), EventKind.appointmentInUtc()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            long version = known.settingsVersion(practice);
            return new StaffCommand.ChangeSettings(version, settings(version, number));
        }
    },
    CHANGE_THERAPISTS {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            Therapist therapist = new Therapist("t" + number, "Dr. Ada", List.of("Ada"));
            return new StaffCommand.ChangeTherapists(
                    known.settingsVersion(practice), List.of(therapist));
        }
    },
    CONNECT_LOGIN(EventKind.patient()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new StaffCommand.ConnectLogin(
                    known.patientOf(practice, "B" + number), Optional.of("login-" + number));
        }
    },
    ISSUE_CALENDAR_FEED(EventKind.patient()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new StaffCommand.IssueCalendarFeed(
                    known.patientOf(practice, "B" + number), "%064x".formatted(number));
        }
    },
    REVOKE_CALENDAR_FEED(EventKind.patient()) {
        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new StaffCommand.RevokeCalendarFeed(known.patientOf(practice, "B" + number));
        }
    },
    REDRIVE_EVENT(EventKind.nameless()) {
        // What was wrong with it is still wrong.
        @Override
        String outcome() {
            return "error";
        }

        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return new StaffCommand.RedriveEvent(known.newestFailure(practice));
        }
    },
    DECIDE_WITHOUT_ITEM {
        @Override
        String outcome() {
            return "error";
        }

        @Override
        StaffCommand order(PracticeId practice, int number, KnownIds known) {
            return answer(practice, number, known, new Answer.Dismiss());
        }
    };

    /** A body a line. */
    private final String before;

    OrderKind(String... before) {
        this.before = String.join("\n", before);
    }

    /** The status of its row. */
    String outcome() {
        return "success";
    }

    abstract StaffCommand order(PracticeId practice, int number, KnownIds known);

    @Override
    public Arrivals before(Arrivals arrivals, PracticeId practice, int number) {
        return EventKind.tell(arrivals, practice, before, number);
    }

    @Override
    public Arrivals come(Arrivals arrivals, PracticeId practice, int number, KnownIds known) {
        return arrivals.order(
                practice,
                new SentCommand(
                        StableIds.of("order", practice.value(), name(), Integer.toString(number)),
                        new SentCommand.Sender("admin-1", "admin"),
                        order(practice, number, known)));
    }

    /** Others than those of any version before, with a time policy that takes turns. */
    private static PracticeSettings settings(long version, int number) {
        PracticeSettings usual = PracticeSettings.DEFAULT;
        return new PracticeSettings(
                usual.defaultTherapistId(),
                usual.bookingToolUrl(),
                version % 2 == 0 ? TimePolicy.LOCAL : TimePolicy.OFFSET,
                usual.retryHorizon(),
                usual.therapistScope(),
                usual.createPolicy(),
                usual.linkWithoutEmail(),
                Optional.of(number + 1));
    }

    private static PatientFields named(String lastName) {
        return new PatientFields(
                Field.absent(),
                Field.absent(),
                Field.of(lastName),
                Field.absent(),
                Field.absent(),
                Field.absent());
    }

    private static StaffCommand answer(
            PracticeId practice, int number, KnownIds known, Answer answer) {
        return new DecideReview(
                known.itemAbout(practice, "F" + number),
                answer,
                Optional.of("as the patient said"));
    }
}
