/** Whether a delivery was signed by somebody who holds a secret of the practice. */
@NullMarked
package praxis.edge.verify;

import org.jspecify.annotations.NullMarked;
