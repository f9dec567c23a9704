/** Secrets and what they give away. */
@NullMarked
package praxis.edge.secrets;

import org.jspecify.annotations.NullMarked;
