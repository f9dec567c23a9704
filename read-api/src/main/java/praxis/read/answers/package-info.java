/** What every answer has in common: problems, pages, parameters, revalidation. */
@NullMarked
package praxis.read.answers;

import org.jspecify.annotations.NullMarked;
