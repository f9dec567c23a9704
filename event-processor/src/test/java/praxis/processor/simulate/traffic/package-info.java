/** Makes up what a booking tool might send, with what it means beside what it reads like. */
@NullMarked
package praxis.processor.simulate.traffic;

import org.jspecify.annotations.NullMarked;
