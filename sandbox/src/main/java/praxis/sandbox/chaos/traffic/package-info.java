/** Who uses the system meanwhile: senders that repeat until they are heard, and readers. */
@NullMarked
package praxis.sandbox.chaos.traffic;

import org.jspecify.annotations.NullMarked;
