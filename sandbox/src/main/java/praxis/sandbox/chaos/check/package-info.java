/** Compares what was promised with what the database holds, and watches the lag. */
@NullMarked
package praxis.sandbox.chaos.check;

import org.jspecify.annotations.NullMarked;
