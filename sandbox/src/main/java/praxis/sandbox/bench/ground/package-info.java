/** What a benchmark stands on: the real programs, a broker and a database of its own. */
@NullMarked
package praxis.sandbox.bench.ground;

import org.jspecify.annotations.NullMarked;
