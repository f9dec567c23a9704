/** Invented practices full of patients, of whom it is known who is who: all from one seed. */
@NullMarked
package praxis.sandbox.population;

import org.jspecify.annotations.NullMarked;
