/** The review queue: what waits for a person, what speaks for which answer, and deciding it. */
@NullMarked
package praxis.read.reviews;

import org.jspecify.annotations.NullMarked;
