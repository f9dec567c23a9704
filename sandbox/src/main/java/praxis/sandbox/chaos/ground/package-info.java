/** The system that is to be broken: its processes can be killed, stopped and started again. */
@NullMarked
package praxis.sandbox.chaos.ground;

import org.jspecify.annotations.NullMarked;
