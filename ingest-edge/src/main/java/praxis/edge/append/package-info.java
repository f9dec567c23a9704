/** The inbound topic: finding it, and appending to it in time or saying so. */
@NullMarked
package praxis.edge.append;

import org.jspecify.annotations.NullMarked;
