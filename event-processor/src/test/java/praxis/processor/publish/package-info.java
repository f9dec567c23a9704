/** Tests of publishing: order and completeness, whatever fails. */
@NullMarked
package praxis.processor.publish;

import org.jspecify.annotations.NullMarked;
