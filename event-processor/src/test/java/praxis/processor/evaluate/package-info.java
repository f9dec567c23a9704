/** Tests of the measuring commands, with invented records. */
@NullMarked
package praxis.processor.evaluate;

import org.jspecify.annotations.NullMarked;
