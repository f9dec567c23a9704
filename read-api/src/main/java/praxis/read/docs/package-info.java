/** The API's description, as a document and as a page. */
@NullMarked
package praxis.read.docs;

import org.jspecify.annotations.NullMarked;
