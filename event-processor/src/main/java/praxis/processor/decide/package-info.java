/**
 * The pure core: what a record does to the state of a practice. No clock, database, log or chance.
 */
@NullMarked
package praxis.processor.decide;

import org.jspecify.annotations.NullMarked;
