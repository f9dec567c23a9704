/** Bugs that are planted to prove that the invariants see them. */
@NullMarked
package praxis.processor.simulate.plant;

import org.jspecify.annotations.NullMarked;
