/** Breaks the running system in many ways, and proves that nothing was lost or doubled. */
@NullMarked
package praxis.sandbox.chaos;

import org.jspecify.annotations.NullMarked;
