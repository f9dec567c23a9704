package praxis.sandbox.tool;

/** A patient of the tool, under the tool's own id. */
record BookedPatient(String id, Person person) {
    @Override
    public String toString() {
        return "BookedPatient[" + id + "]";
    }
}
