/** The secrets that webhooks are signed with, ring by ring. */
@NullMarked
package praxis.edge.secrets;

import org.jspecify.annotations.NullMarked;
