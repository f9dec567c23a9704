/** How the connection with the booking tool stands. */
@NullMarked
package praxis.read.integration;

import org.jspecify.annotations.NullMarked;
