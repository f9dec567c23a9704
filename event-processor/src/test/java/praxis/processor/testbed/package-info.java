/** A broker, a database and processors between them, for the tests of the whole. */
@NullMarked
package praxis.processor.testbed;

import org.jspecify.annotations.NullMarked;
