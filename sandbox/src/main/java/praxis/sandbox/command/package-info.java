/** The commands of ./praxis, one class each. */
@NullMarked
package praxis.sandbox.command;

import org.jspecify.annotations.NullMarked;
