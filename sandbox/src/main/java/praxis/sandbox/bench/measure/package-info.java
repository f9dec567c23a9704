/** Times taken one by one, and what they come to. */
@NullMarked
package praxis.sandbox.bench.measure;

import org.jspecify.annotations.NullMarked;
