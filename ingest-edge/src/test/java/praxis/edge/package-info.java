/** The whole edge against a real broker, over real connections. */
@NullMarked
package praxis.edge;

import org.jspecify.annotations.NullMarked;
