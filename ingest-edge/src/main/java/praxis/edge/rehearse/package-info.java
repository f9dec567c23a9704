/** What an edge does before its port opens, so that nobody meets code that has never run. */
@NullMarked
package praxis.edge.rehearse;

import org.jspecify.annotations.NullMarked;
