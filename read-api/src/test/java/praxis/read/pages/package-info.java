/** The pages as browsers get them. */
@NullMarked
package praxis.read.pages;

import org.jspecify.annotations.NullMarked;
