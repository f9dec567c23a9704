/** The simulated booking tool: what it sends is decided by a seed, how it sends it is real. */
@NullMarked
package praxis.sandbox.tool;

import org.jspecify.annotations.NullMarked;
