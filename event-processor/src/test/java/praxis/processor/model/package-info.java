/** Tests of the model. */
@NullMarked
package praxis.processor.model;

import org.jspecify.annotations.NullMarked;
