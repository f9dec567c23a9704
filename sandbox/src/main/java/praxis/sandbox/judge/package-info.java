/** What the matcher makes of an invented population, held against the truth. */
@NullMarked
package praxis.sandbox.judge;

import org.jspecify.annotations.NullMarked;
