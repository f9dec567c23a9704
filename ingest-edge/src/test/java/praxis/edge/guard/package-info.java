/** The guard on connections that exist in memory only, with time standing still. */
@NullMarked
package praxis.edge.guard;

import org.jspecify.annotations.NullMarked;
