/** Every setting, usable and unusable. */
@NullMarked
package praxis.edge.config;

import org.jspecify.annotations.NullMarked;
