/** An HTTP client that asks as much as it can and costs as little as possible. */
@NullMarked
package praxis.sandbox.bench.load;

import org.jspecify.annotations.NullMarked;
