/** The program: its settings, its wiring, its command line. */
@NullMarked
package praxis.processor;

import org.jspecify.annotations.NullMarked;
