/** Appointments as calendars: to take away, and to subscribe to. */
@NullMarked
package praxis.read.calendar;

import org.jspecify.annotations.NullMarked;
