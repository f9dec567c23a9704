/** The guard on connections that exist in memory only, with time standing still. */
@NullMarked
package praxis.read.guard;

import org.jspecify.annotations.NullMarked;
