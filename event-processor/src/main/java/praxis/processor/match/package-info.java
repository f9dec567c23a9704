/** Weighs, purely, whether a newcomer is one of the practice's patients (SPEC 4). */
@NullMarked
package praxis.processor.match;

import org.jspecify.annotations.NullMarked;
