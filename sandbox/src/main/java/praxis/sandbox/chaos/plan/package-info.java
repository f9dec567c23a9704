/** What is to go wrong, and when: decided by a seed before anything runs. */
@NullMarked
package praxis.sandbox.chaos.plan;

import org.jspecify.annotations.NullMarked;
