/** The practice's patients, as far as the caller may see them. */
@NullMarked
package praxis.read.patients;

import org.jspecify.annotations.NullMarked;
