/** Tests of the whole system over HTTP: real broker, real database, every program a process. */
@NullMarked
package praxis.sandbox.whole;

import org.jspecify.annotations.NullMarked;
