package praxis.schemas.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.command.SentCommand.Sender;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.event.FieldProblem;
import praxis.schemas.event.PatientFieldsJson;
import praxis.schemas.json.JsonbFitness;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Commands as JSON: the same command is always the same bytes. */
public final class CommandJson {
    private static final int LONGEST_REASON = 2_000;

    private CommandJson() {}

    /** A command that does not keep the contract; says which part, and never what stood there. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String part) {
            super("The command's " + part + " is missing or not usable.");
        }
    }

    /** What reading a command gave. */
    public sealed interface Reading {
        record Understood(SentCommand command) implements Reading {}

        /** {@code reason} carries no personal value. */
        record Unusable(String reason) implements Reading {}
    }

    public static byte[] write(SentCommand sent) {
        ObjectNode json = StrictJson.object();
        json.put("command_id", sent.id().toString());
        json.put("type", sent.command().type().wireName());
        json.putObject("by").put("sub", sent.by().sub()).put("role", sent.by().role());
        json.set("data", data(sent.command()));
        return StrictJson.write(json).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode data(StaffCommand command) {
        ObjectNode data = StrictJson.object();
        switch (command) {
            case StaffCommand.DecideReview(UUID review, Answer answer, var reason) -> {
                data.put("review_id", review.toString());
                data.put("decision", answer.wireName());
                put(data, answer);
                reason.ifPresent(text -> data.put("reason", text));
            }
            case StaffCommand.CreatePatient(PatientFields fields, var therapist) -> {
                data.set("patient", PatientFieldsJson.write(fields));
                therapist.ifPresent(sub -> data.put("therapist_id", sub));
            }
            case StaffCommand.ChangePatient(UUID patient, PatientFields fields, var therapist) -> {
                data.put("patient_id", patient.toString());
                data.set("patient", PatientFieldsJson.write(fields));
                if (!therapist.isAbsent()) {
                    data.put("therapist_id", therapist.toOptional().orElse(null));
                }
            }
            case StaffCommand.LinkPatient(UUID patient, BookingPatientId booking) -> {
                data.put("patient_id", patient.toString());
                data.put("booking_patient_id", booking.value());
            }
            case StaffCommand.UnlinkPatient(UUID patient, var booking) -> {
                data.put("patient_id", patient.toString());
                booking.ifPresent(id -> data.put("booking_patient_id", id.value()));
            }
            case StaffCommand.RestoreBookingPatient(BookingPatientId booking) ->
                    data.put("booking_patient_id", booking.value());
            case StaffCommand.ChangeSettings(long basedOn, PracticeSettings settings) ->
                    data.put("based_on", basedOn).set("settings", SettingsJson.write(settings));
            case StaffCommand.ChangeTherapists(long basedOn, List<Therapist> therapists) ->
                    data.put("based_on", basedOn).set("therapists", SettingsJson.write(therapists));
            case StaffCommand.ConnectLogin(UUID patient, var login) ->
                    data.put("patient_id", patient.toString()).put("user_id", login.orElse(null));
            case StaffCommand.RedriveEvent(UUID event) -> data.put("event_id", event.toString());
            case StaffCommand.IssueCalendarFeed(UUID patient, String tokenHash) -> {
                data.put("patient_id", patient.toString());
                data.put("token_hash", tokenHash);
            }
            case StaffCommand.RevokeCalendarFeed(UUID patient) ->
                    data.put("patient_id", patient.toString());
        }
        return data;
    }

    private static void put(ObjectNode data, Answer answer) {
        switch (answer) {
            case Answer.Link(UUID patient) -> data.put("patient_id", patient.toString());
            case Answer.Create(PatientFields typed) ->
                    data.set("patient", PatientFieldsJson.write(typed));
            case Answer.Postpone(Optional<Instant> until) ->
                    until.ifPresent(time -> data.put("until", time.toString()));
            case Answer.Dismiss _, Answer.TakeNew _, Answer.KeepCurrent _ -> {
                // The decision's name says it all.
            }
        }
    }

    public static Reading read(Optional<JsonNode> document) {
        try {
            return new Reading.Understood(
                    document.filter(JsonNode::isObject)
                            .map(CommandJson::sent)
                            .orElseThrow(() -> new Unreadable("body")));
        } catch (Unreadable unreadable) {
            return new Reading.Unusable(String.valueOf(unreadable.getMessage()));
        }
    }

    private static SentCommand sent(JsonNode json) {
        String type = text(json, "type");
        JsonNode data = json.path("data");
        return new SentCommand(
                uuid(json, "command_id"),
                new Sender(text(json.path("by"), "sub"), text(json.path("by"), "role")),
                Arrays.stream(StaffCommand.Type.values())
                        .filter(each -> each.wireName().equals(type))
                        .findAny()
                        .map(known -> command(known, data))
                        .orElseThrow(() -> new Unreadable("type")));
    }

    private static StaffCommand command(StaffCommand.Type type, JsonNode data) {
        return switch (type) {
            case DECIDE_REVIEW ->
                    new StaffCommand.DecideReview(
                            uuid(data, "review_id"), answer(data), reason(data));
            case CREATE_PATIENT ->
                    new StaffCommand.CreatePatient(
                            patient(data), nullable(data, "therapist_id").toOptional());
            case CHANGE_PATIENT ->
                    new StaffCommand.ChangePatient(
                            uuid(data, "patient_id"),
                            patient(data),
                            nullable(data, "therapist_id"));
            case LINK_PATIENT ->
                    new StaffCommand.LinkPatient(uuid(data, "patient_id"), booking(data));
            case UNLINK_PATIENT ->
                    new StaffCommand.UnlinkPatient(
                            uuid(data, "patient_id"),
                            data.has("booking_patient_id")
                                    ? Optional.of(booking(data))
                                    : Optional.empty());
            case RESTORE_BOOKING_PATIENT -> new StaffCommand.RestoreBookingPatient(booking(data));
            case CHANGE_SETTINGS ->
                    new StaffCommand.ChangeSettings(
                            basedOn(data),
                            SettingsJson.read(data.path("settings"))
                                    .orElseThrow(() -> new Unreadable("settings")));
            case CHANGE_THERAPISTS ->
                    new StaffCommand.ChangeTherapists(
                            basedOn(data),
                            SettingsJson.readTherapists(data.path("therapists"))
                                    .orElseThrow(() -> new Unreadable("therapists")));
            case CONNECT_LOGIN ->
                    new StaffCommand.ConnectLogin(
                            uuid(data, "patient_id"), nullable(data, "user_id").toOptional());
            case REDRIVE_EVENT -> new StaffCommand.RedriveEvent(uuid(data, "event_id"));
            case ISSUE_CALENDAR_FEED ->
                    new StaffCommand.IssueCalendarFeed(uuid(data, "patient_id"), hash(data));
            case REVOKE_CALENDAR_FEED ->
                    new StaffCommand.RevokeCalendarFeed(uuid(data, "patient_id"));
        };
    }

    private static Answer answer(JsonNode data) {
        return switch (text(data, "decision")) {
            case "link" -> new Answer.Link(uuid(data, "patient_id"));
            case "create" -> new Answer.Create(patient(data));
            case "dismiss" -> new Answer.Dismiss();
            case "take_new" -> new Answer.TakeNew();
            case "keep_current" -> new Answer.KeepCurrent();
            case "postpone" -> new Answer.Postpone(until(data));
            default -> throw new Unreadable("decision");
        };
    }

    private static Optional<Instant> until(JsonNode data) {
        try {
            return data.has("until")
                    ? Optional.of(Instant.parse(text(data, "until")))
                    : Optional.empty();
        } catch (DateTimeException notATime) {
            throw new Unreadable("until");
        }
    }

    private static PatientFields patient(JsonNode data) {
        List<FieldProblem> problems = new ArrayList<>();
        PatientFields fields =
                data.path("patient") instanceof ObjectNode patient
                        ? PatientFieldsJson.read(patient, problems)
                        : PatientFields.none();
        if (!problems.isEmpty()) {
            throw new Unreadable(problems.getFirst().field());
        }
        return fields;
    }

    private static Optional<String> reason(JsonNode data) {
        return Optional.of(data.path("reason"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(JsonbFitness::isStorable)
                .filter(reason -> reason.length() <= LONGEST_REASON);
    }

    private static Field<String> nullable(JsonNode data, String name) {
        if (!data.has(name)) {
            return Field.absent();
        }
        return data.path(name).isNull() ? Field.cleared() : Field.of(text(data, name));
    }

    private static String hash(JsonNode data) {
        String hash = text(data, "token_hash");
        if (hash.length() != StaffCommand.IssueCalendarFeed.HASH_LENGTH) {
            throw new Unreadable("token_hash");
        }
        return hash;
    }

    private static BookingPatientId booking(JsonNode data) {
        return new BookingPatientId(text(data, "booking_patient_id"));
    }

    private static long basedOn(JsonNode data) {
        return Optional.of(data.path("based_on"))
                .filter(JsonNode::isIntegralNumber)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue)
                .orElseThrow(() -> new Unreadable("based_on"));
    }

    private static UUID uuid(JsonNode json, String name) {
        try {
            return UUID.fromString(text(json, name));
        } catch (IllegalArgumentException notAnId) {
            throw new Unreadable(name);
        }
    }

    private static String text(JsonNode json, String name) {
        return Optional.of(json.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(JsonbFitness::isStorable)
                .filter(text -> !text.isBlank() && text.length() <= SentCommand.LONGEST_TEXT)
                .orElseThrow(() -> new Unreadable(name));
    }
}
