/** Holds the stores to their contract. */
@NullMarked
package praxis.processor.apply;

import org.jspecify.annotations.NullMarked;
