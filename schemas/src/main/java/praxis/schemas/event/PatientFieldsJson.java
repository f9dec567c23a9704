package praxis.schemas.event;

import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.json.StrictJson;

import java.time.LocalDate;
import java.util.List;

/** The details of a patient as JSON, under their canonical names and by the rules of SPEC 2.3. */
public final class PatientFieldsJson {
    private PatientFieldsJson() {}

    /**
     * What is there; each field that breaks its rule is noted and left out.
     *
     * @param problems takes what is wrong
     */
    public static PatientFields read(ObjectNode json, List<FieldProblem> problems) {
        PayloadReader reader = new PayloadReader(json, problems);
        return new PatientFields(
                reader.email(false),
                reader.text(1, 100, "first_name"),
                reader.text(1, 100, "last_name"),
                reader.text(0, 30, "phone"),
                reader.birthDate("date_of_birth"),
                reader.gender("gender"));
    }

    public static ObjectNode write(PatientFields fields) {
        ObjectNode json = StrictJson.object();
        put(json, "email", fields.email());
        put(json, "first_name", fields.firstName());
        put(json, "last_name", fields.lastName());
        put(json, "phone", fields.phone());
        put(json, "date_of_birth", fields.dateOfBirth().map(LocalDate::toString));
        put(json, "gender", fields.gender().map(Gender::wireName));
        return json;
    }

    private static void put(ObjectNode json, String name, Field<String> field) {
        switch (field) {
            case Field.Absent<String> _ -> {
                // Left out: what is known stays.
            }
            case Field.Cleared<String> _ -> json.putNull(name);
            case Field.Value<String>(String value) -> json.put(name, value);
        }
    }
}
