/** Holds the published schemas and documents to the code. */
@NullMarked
package praxis.schemas.document;

import org.jspecify.annotations.NullMarked;
