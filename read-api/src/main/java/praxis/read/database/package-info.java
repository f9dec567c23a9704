/** The way to PostgreSQL: every query runs in the name of a caller. */
@NullMarked
package praxis.read.database;

import org.jspecify.annotations.NullMarked;
