/** Lifelike records, made faster than anything here can read them. */
@NullMarked
package praxis.sandbox.bench.traffic;

import org.jspecify.annotations.NullMarked;
