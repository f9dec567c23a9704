/** What is known and what can be done to it: plain immutable values, and the state they make up. */
@NullMarked
package praxis.processor.model;

import org.jspecify.annotations.NullMarked;
