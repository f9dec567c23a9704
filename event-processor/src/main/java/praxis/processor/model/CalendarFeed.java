package praxis.processor.model;

/**
 * Lets whoever knows a token read a patient's appointments as a calendar.
 *
 * @param tokenHash all that is known of the token
 */
public record CalendarFeed(PatientId patient, String tokenHash) {}
