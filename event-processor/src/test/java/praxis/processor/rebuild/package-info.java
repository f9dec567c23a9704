/** Tests of the proofs. */
@NullMarked
package praxis.processor.rebuild;

import org.jspecify.annotations.NullMarked;
