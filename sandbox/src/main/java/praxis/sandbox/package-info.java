/** The command line of the sandbox. */
@NullMarked
package praxis.sandbox;

import org.jspecify.annotations.NullMarked;
