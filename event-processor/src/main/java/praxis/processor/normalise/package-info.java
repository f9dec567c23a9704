/** What people write in many ways, brought into one: names, addresses and numbers. */
@NullMarked
package praxis.processor.normalise;

import org.jspecify.annotations.NullMarked;
