/** Tests of the batch's story. */
@NullMarked
package praxis.processor.handle;

import org.jspecify.annotations.NullMarked;
