/** What the booking tool says: the sealed event family and its strict reader. */
@NullMarked
package praxis.schemas.event;

import org.jspecify.annotations.NullMarked;
