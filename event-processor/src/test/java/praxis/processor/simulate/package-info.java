/** Runs the processor with made-up traffic in a made-up world, and holds what must always hold. */
@NullMarked
package praxis.processor.simulate;

import org.jspecify.annotations.NullMarked;
