package praxis.schemas.event;

/**
 * One field that cannot be used, and why. Carries the field's name and the rule, never the value
 * that was sent.
 */
public record FieldProblem(String field, String reason) {}
