/** Counters, timings and readiness. */
@NullMarked
package praxis.edge.measure;

import org.jspecify.annotations.NullMarked;
