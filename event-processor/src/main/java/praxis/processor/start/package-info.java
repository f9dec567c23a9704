/** What has to be in order before the first record is read: tables, topics, and their match. */
@NullMarked
package praxis.processor.start;

import org.jspecify.annotations.NullMarked;
