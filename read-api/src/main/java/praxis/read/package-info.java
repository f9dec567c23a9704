/** Everything people see, over HTTP: the service's start, settings and wiring. */
@NullMarked
package praxis.read;

import org.jspecify.annotations.NullMarked;
