/** A real broker and a real PostgreSQL in reach of every module's tests, and of the sandbox. */
@NullMarked
package praxis.testkit;

import org.jspecify.annotations.NullMarked;
