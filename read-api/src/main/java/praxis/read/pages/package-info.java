/** What every page needs: templates, words in two languages, the session, and sign-in. */
@NullMarked
package praxis.read.pages;

import org.jspecify.annotations.NullMarked;
