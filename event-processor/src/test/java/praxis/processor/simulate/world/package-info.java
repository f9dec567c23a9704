/** The simulated machinery: log, database, edge, processors, and the chance that moves them. */
@NullMarked
package praxis.processor.simulate.world;

import org.jspecify.annotations.NullMarked;
