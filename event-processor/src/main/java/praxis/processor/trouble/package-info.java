/** What went wrong, in words without personal data, and how long to wait before the next try. */
@NullMarked
package praxis.processor.trouble;

import org.jspecify.annotations.NullMarked;
