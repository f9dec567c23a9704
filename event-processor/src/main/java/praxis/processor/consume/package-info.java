/**
 * From the topic to the handler: partitions enter where the database stands, and only then flow.
 */
@NullMarked
package praxis.processor.consume;

import org.jspecify.annotations.NullMarked;
