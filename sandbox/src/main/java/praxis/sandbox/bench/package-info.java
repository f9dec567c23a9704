/** How fast the system is, each part measured beside the least that could do its work. */
@NullMarked
package praxis.sandbox.bench;

import org.jspecify.annotations.NullMarked;
