/** Where state is kept: one store in PostgreSQL, one in memory, under one contract. */
@NullMarked
package praxis.processor.apply;

import org.jspecify.annotations.NullMarked;
