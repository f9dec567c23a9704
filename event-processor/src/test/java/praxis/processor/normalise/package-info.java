/** Tests of the normaliser with names that are easy to get wrong. */
@NullMarked
package praxis.processor.normalise;

import org.jspecify.annotations.NullMarked;
