/** What the sandbox says to PostgreSQL: roles at the start, counts while it runs. */
@NullMarked
package praxis.sandbox.database;

import org.jspecify.annotations.NullMarked;
