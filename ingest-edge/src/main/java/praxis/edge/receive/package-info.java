/** A delivery from its last byte to its answer. */
@NullMarked
package praxis.edge.receive;

import org.jspecify.annotations.NullMarked;
