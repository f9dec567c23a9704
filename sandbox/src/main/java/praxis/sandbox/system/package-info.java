/** Starts, watches and stops the real parts: broker, database and the three programs. */
@NullMarked
package praxis.sandbox.system;

import org.jspecify.annotations.NullMarked;
