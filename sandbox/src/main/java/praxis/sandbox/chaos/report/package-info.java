/** What a run of chaos found, as a table for people and as JSON for machines. */
@NullMarked
package praxis.sandbox.chaos.report;

import org.jspecify.annotations.NullMarked;
