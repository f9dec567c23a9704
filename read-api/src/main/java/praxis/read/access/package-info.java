/** Who is calling: bearer tokens in, a caller out. */
@NullMarked
package praxis.read.access;

import org.jspecify.annotations.NullMarked;
