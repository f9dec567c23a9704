/** The small readers behind the address. */
@NullMarked
package praxis.edge.receive;

import org.jspecify.annotations.NullMarked;
