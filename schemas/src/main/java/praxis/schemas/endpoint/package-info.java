/** What edges must know of a practice: its webhook secrets, encrypted, and its limits. */
@NullMarked
package praxis.schemas.endpoint;

import org.jspecify.annotations.NullMarked;
