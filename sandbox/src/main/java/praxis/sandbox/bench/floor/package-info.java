/** The bare programs beside which ours are measured: the same work and nothing around it. */
@NullMarked
package praxis.sandbox.bench.floor;

import org.jspecify.annotations.NullMarked;
