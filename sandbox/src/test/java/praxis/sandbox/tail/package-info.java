/** Tests of what a person reads of a message. */
@NullMarked
package praxis.sandbox.tail;

import org.jspecify.annotations.NullMarked;
