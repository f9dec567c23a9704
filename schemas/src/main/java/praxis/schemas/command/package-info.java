/**
 * What staff order: commands, how they stand on the log, and the seal that tells them from others.
 */
@NullMarked
package praxis.schemas.command;

import org.jspecify.annotations.NullMarked;
