/** The same broker and database in containers, for machines that have an engine for them. */
@NullMarked
package praxis.testkit.container;

import org.jspecify.annotations.NullMarked;
