/** The one door for webhooks: this package only wires its parts together. */
@NullMarked
package praxis.edge;

import org.jspecify.annotations.NullMarked;
