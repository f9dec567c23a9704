package praxis.read.calendar;

import java.time.ZoneId;
import java.util.List;

/**
 * One patient's appointments.
 *
 * @param zone the practice's: appointments are at an hour of the clock on its wall
 */
record PatientCalendar(ZoneId zone, List<CalendarEntry> entries) {}
