/** Signatures, right and wrong, against values that other programs computed. */
@NullMarked
package praxis.edge.verify;

import org.jspecify.annotations.NullMarked;
