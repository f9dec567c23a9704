/** A patient's appointments and how fresh they are. */
@NullMarked
package praxis.read.appointments;

import org.jspecify.annotations.NullMarked;
