/** Tests of the comparisons and of what they weigh. */
@NullMarked
package praxis.processor.match;

import org.jspecify.annotations.NullMarked;
