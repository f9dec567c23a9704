/** From the outbox to the topics of others: at least once, and each practice's in its order. */
@NullMarked
package praxis.processor.publish;

import org.jspecify.annotations.NullMarked;
