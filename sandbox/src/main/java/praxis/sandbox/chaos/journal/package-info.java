/** What was promised to the senders, safe on disk before anybody else knows of it. */
@NullMarked
package praxis.sandbox.chaos.journal;

import org.jspecify.annotations.NullMarked;
