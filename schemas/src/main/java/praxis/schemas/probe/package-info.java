/** Asks a program of this project, from beside it, whether it is ready. */
@NullMarked
package praxis.schemas.probe;

import org.jspecify.annotations.NullMarked;
