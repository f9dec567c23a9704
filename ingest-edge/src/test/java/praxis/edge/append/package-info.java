/** Tests of finding the inbound topic. */
@NullMarked
package praxis.edge.append;

import org.jspecify.annotations.NullMarked;
