/** The connection itself: clients that send or take too slowly, or more than belongs here. */
@NullMarked
package praxis.read.guard;

import org.jspecify.annotations.NullMarked;
