/** Ends a processor at named points, of which every statement and every word to Kafka makes two. */
@NullMarked
package praxis.processor.crash;

import org.jspecify.annotations.NullMarked;
