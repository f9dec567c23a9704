package praxis.sandbox.tool;

import praxis.sandbox.population.Patient;
import praxis.sandbox.population.Person;

/**
 * A patient of the tool, under the tool's own id.
 *
 * @param who it is in truth, which the tool does not know
 * @param said what they have filled in
 */
record BookedPatient(String id, Patient who, Person said) {
    BookedPatient saying(Person other) {
        return new BookedPatient(id, who, other);
    }

    @Override
    public String toString() {
        return "BookedPatient[" + id + "]";
    }
}
