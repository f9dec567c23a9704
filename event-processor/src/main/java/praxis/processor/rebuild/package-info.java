/** Proves the tables from the log, and (later) makes them anew. */
@NullMarked
package praxis.processor.rebuild;

import org.jspecify.annotations.NullMarked;
