/**
 * Measures the matcher on labelled records: the real decider, in memory, one record after the
 * other.
 */
@NullMarked
package praxis.processor.evaluate;

import org.jspecify.annotations.NullMarked;
