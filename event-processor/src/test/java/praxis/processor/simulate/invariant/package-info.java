/** What must hold after every run, each in a class of its own. */
@NullMarked
package praxis.processor.simulate.invariant;

import org.jspecify.annotations.NullMarked;
