/** The whole story of a batch: load, decide each in order, apply all, commit. */
@NullMarked
package praxis.processor.handle;

import org.jspecify.annotations.NullMarked;
