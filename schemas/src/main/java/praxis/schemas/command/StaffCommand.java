package praxis.schemas.command;

import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that a person of the practice orders. */
public sealed interface StaffCommand {
    /** Its name on the log, as events of the tool have theirs. */
    Type type();

    /**
     * Answers a review item; of several answers the first on the log counts.
     *
     * @param reason free text for colleagues
     */
    record DecideReview(UUID review, Answer answer, Optional<String> reason)
            implements StaffCommand {
        @Override
        public Type type() {
            return Type.DECIDE_REVIEW;
        }

        @Override
        public String toString() {
            return "DecideReview[" + review + ", " + answer.wireName() + "]";
        }
    }

    /** A patient who did not come from the booking tool. */
    record CreatePatient(PatientFields fields, Optional<String> therapistId)
            implements StaffCommand {
        @Override
        public Type type() {
            return Type.CREATE_PATIENT;
        }
    }

    /** New details; what is absent stays. */
    record ChangePatient(UUID patient, PatientFields fields, Field<String> therapistId)
            implements StaffCommand {
        @Override
        public Type type() {
            return Type.CHANGE_PATIENT;
        }
    }

    record LinkPatient(UUID patient, BookingPatientId bookingPatient) implements StaffCommand {
        @Override
        public Type type() {
            return Type.LINK_PATIENT;
        }
    }

    /**
     * Ends a link, and keeps the two apart.
     *
     * @param bookingPatient may be left out while the patient has only one
     */
    record UnlinkPatient(UUID patient, Optional<BookingPatientId> bookingPatient)
            implements StaffCommand {
        @Override
        public Type type() {
            return Type.UNLINK_PATIENT;
        }
    }

    /** A booking patient that was ignored is listened to again. */
    record RestoreBookingPatient(BookingPatientId bookingPatient) implements StaffCommand {
        @Override
        public Type type() {
            return Type.RESTORE_BOOKING_PATIENT;
        }
    }

    /**
     * What the practice chooses from now on.
     *
     * @param basedOn the version of the settings that the giver had read
     */
    record ChangeSettings(long basedOn, PracticeSettings settings) implements StaffCommand {
        @Override
        public Type type() {
            return Type.CHANGE_SETTINGS;
        }
    }

    /**
     * All the therapists of the practice from now on.
     *
     * @param basedOn the version of the settings that the giver had read
     */
    record ChangeTherapists(long basedOn, List<Therapist> therapists) implements StaffCommand {
        public ChangeTherapists {
            therapists = List.copyOf(therapists);
        }

        @Override
        public Type type() {
            return Type.CHANGE_THERAPISTS;
        }
    }

    /**
     * Says which login is this patient.
     *
     * @param login empty for none any more
     */
    record ConnectLogin(UUID patient, Optional<String> login) implements StaffCommand {
        @Override
        public Type type() {
            return Type.CONNECT_LOGIN;
        }
    }

    /**
     * An event that failed is processed again, from what the log kept of it.
     *
     * @param event id of its row
     */
    record RedriveEvent(UUID event) implements StaffCommand {
        @Override
        public Type type() {
            return Type.REDRIVE_EVENT;
        }
    }

    /**
     * Gives a patient's calendar feed a token, in place of any before. Patients order this, too.
     *
     * @param tokenHash SHA-256 in hex: whoever reads the log learns no token from it
     */
    record IssueCalendarFeed(UUID patient, String tokenHash) implements StaffCommand {
        public static final int HASH_LENGTH = 64;

        @Override
        public Type type() {
            return Type.ISSUE_CALENDAR_FEED;
        }
    }

    /** The patient's calendar feed answers nobody any more. */
    record RevokeCalendarFeed(UUID patient) implements StaffCommand {
        @Override
        public Type type() {
            return Type.REVOKE_CALENDAR_FEED;
        }
    }

    /** How a review item is answered (SPEC 5). */
    sealed interface Answer {
        String wireName();

        record Link(UUID patient) implements Answer {
            @Override
            public String wireName() {
                return "link";
            }
        }

        /**
         * A patient of their own, kept apart from all who were proposed.
         *
         * @param typed what the person who decides knows, laid over what the tool said
         */
        record Create(PatientFields typed) implements Answer {
            @Override
            public String wireName() {
                return "create";
            }
        }

        record Dismiss() implements Answer {
            @Override
            public String wireName() {
                return "dismiss";
            }
        }

        record TakeNew() implements Answer {
            @Override
            public String wireName() {
                return "take_new";
            }
        }

        record KeepCurrent() implements Answer {
            @Override
            public String wireName() {
                return "keep_current";
            }
        }

        /**
         * Asked again later.
         *
         * @param until a week from now where nothing else is said
         */
        record Postpone(Optional<Instant> until) implements Answer {
            @Override
            public String wireName() {
                return "postpone";
            }
        }
    }

    /** The commands that there are. */
    enum Type {
        DECIDE_REVIEW("review.decide"),
        CREATE_PATIENT("patient.create"),
        CHANGE_PATIENT("patient.change"),
        LINK_PATIENT("patient.link"),
        UNLINK_PATIENT("patient.unlink"),
        RESTORE_BOOKING_PATIENT("booking_patient.restore"),
        CHANGE_SETTINGS("settings.change"),
        CHANGE_THERAPISTS("therapists.change"),
        CONNECT_LOGIN("patient.connect_login"),
        REDRIVE_EVENT("event.redrive"),
        ISSUE_CALENDAR_FEED("calendar_feed.issue"),
        REVOKE_CALENDAR_FEED("calendar_feed.revoke");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
