/** What the person at the terminal gets to read while the sandbox runs. */
@NullMarked
package praxis.sandbox.screen;

import org.jspecify.annotations.NullMarked;
