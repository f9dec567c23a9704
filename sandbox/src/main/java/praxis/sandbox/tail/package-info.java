/** Listens to what the processor tells others, as one of them would. */
@NullMarked
package praxis.sandbox.tail;

import org.jspecify.annotations.NullMarked;
