/** Demo sign-in: tokens that the sandbox's read API believes. */
@NullMarked
package praxis.sandbox.access;

import org.jspecify.annotations.NullMarked;
