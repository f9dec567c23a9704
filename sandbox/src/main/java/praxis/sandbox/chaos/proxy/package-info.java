/** A bad network on the loopback address: connections that are late, slow, stuck or cut. */
@NullMarked
package praxis.sandbox.chaos.proxy;

import org.jspecify.annotations.NullMarked;
