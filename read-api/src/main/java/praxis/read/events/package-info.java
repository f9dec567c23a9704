/** The log of events, for admins. */
@NullMarked
package praxis.read.events;

import org.jspecify.annotations.NullMarked;
