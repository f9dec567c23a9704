/** What the edge can be told from outside, read once at the start. */
@NullMarked
package praxis.edge.config;

import org.jspecify.annotations.NullMarked;
