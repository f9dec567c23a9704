package praxis.sandbox.whole;

import com.fasterxml.jackson.databind.JsonNode;

/** A row of the event log, as an admin reads it. */
record Entry(JsonNode json) {
    String status() {
        return json.path("processing_status").asText();
    }

    /** What it led to, in one word. */
    String outcome() {
        return json.at("/outcome/what").asText();
    }

    String reviewKind() {
        return json.at("/outcome/review/kind").asText();
    }

    String notes() {
        return json.at("/outcome/notes").toString();
    }

    String patientId() {
        return json.path("patient_id").asText("");
    }

    String error() {
        return json.path("error_message").asText("");
    }

    /** Status, and outcome or question behind it. */
    @Override
    public String toString() {
        String question = reviewKind();
        return status() + " " + (question.isEmpty() ? outcome() : question);
    }
}
