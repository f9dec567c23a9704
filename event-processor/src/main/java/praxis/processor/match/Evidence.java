package praxis.processor.match;

import praxis.processor.model.Agreement;

import java.util.Collections;
import java.util.Optional;

/** How a newcomer and a patient compare, field by field. */
record Evidence(Agreement email, Agreement phone, Names names, Births births) {
    Agreement born() {
        return births.level();
    }

    static Evidence of(Person newcomer, Person patient) {
        return new Evidence(
                emails(newcomer, patient),
                phones(newcomer.phone(), patient.phone()),
                Names.compare(newcomer, patient),
                Births.compare(newcomer.born(), patient.born()));
    }

    private static Agreement emails(Person newcomer, Person patient) {
        if (newcomer.emails().isEmpty() || patient.emails().isEmpty()) {
            return Agreement.UNKNOWN;
        }
        return Collections.disjoint(newcomer.emails(), patient.emails())
                ? Agreement.DIFFERENT
                : Agreement.SAME;
    }

    private static Agreement phones(Optional<String> one, Optional<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        return one.equals(other) ? Agreement.SAME : Agreement.DIFFERENT;
    }

    boolean sameEmail() {
        return email == Agreement.SAME;
    }

    /** Both names and the birth date, without any doubt: that is asked about whatever the score. */
    boolean sameNameAndBirth() {
        return names.first() == Agreement.SAME
                && names.last() == Agreement.SAME
                && born() == Agreement.SAME;
    }

    /** Then a common birthday or phone is a coincidence, or a family. */
    boolean bothNamesContradict() {
        return names.first() == Agreement.DIFFERENT && names.last() == Agreement.DIFFERENT;
    }

    /** Whether a name or the birth date says that these are two people. */
    boolean contradicts() {
        return names.first() == Agreement.DIFFERENT
                || names.last() == Agreement.DIFFERENT
                || born() == Agreement.DIFFERENT;
    }
}
