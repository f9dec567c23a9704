/** The rules of the pure core, each told as a story of what a practice hears. */
@NullMarked
package praxis.processor.decide;

import org.jspecify.annotations.NullMarked;
