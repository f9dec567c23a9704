/** What stands on the topics: names, headers, positions and the ids made from them. */
@NullMarked
package praxis.schemas.record;

import org.jspecify.annotations.NullMarked;
