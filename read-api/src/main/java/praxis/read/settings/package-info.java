/** What admins choose for their practice, and who its therapists are. */
@NullMarked
package praxis.read.settings;

import org.jspecify.annotations.NullMarked;
