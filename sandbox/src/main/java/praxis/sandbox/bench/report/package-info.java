/** What a benchmark found, as a table for people and as JSON for machines. */
@NullMarked
package praxis.sandbox.bench.report;

import org.jspecify.annotations.NullMarked;
