/** What staff order: onto the log, and back with what became of it. */
@NullMarked
package praxis.read.commands;

import org.jspecify.annotations.NullMarked;
