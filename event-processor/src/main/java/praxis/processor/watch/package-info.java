/** What operators see: health in words, and metrics. */
@NullMarked
package praxis.processor.watch;

import org.jspecify.annotations.NullMarked;
