/** The connection itself: clients that send too slowly or too much. */
@NullMarked
package praxis.edge.guard;

import org.jspecify.annotations.NullMarked;
