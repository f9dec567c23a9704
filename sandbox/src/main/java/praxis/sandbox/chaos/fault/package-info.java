/** Brings faults about as planned, ends them, and notes how long recovering took. */
@NullMarked
package praxis.sandbox.chaos.fault;

import org.jspecify.annotations.NullMarked;
