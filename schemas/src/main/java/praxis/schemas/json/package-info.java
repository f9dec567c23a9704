/** One strict JSON codec for everything that is read from outside. */
@NullMarked
package praxis.schemas.json;

import org.jspecify.annotations.NullMarked;
