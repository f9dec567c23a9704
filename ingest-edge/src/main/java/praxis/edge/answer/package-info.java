/** What is said to the sender, in plain words. */
@NullMarked
package praxis.edge.answer;

import org.jspecify.annotations.NullMarked;
