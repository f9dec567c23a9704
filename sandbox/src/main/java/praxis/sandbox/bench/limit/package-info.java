/** What the database alone can do with the same rows. */
@NullMarked
package praxis.sandbox.bench.limit;

import org.jspecify.annotations.NullMarked;
