package praxis.read.access;

import java.time.Instant;

/** From when on the caller's token counts no more. */
public record TokenExpiry(Instant at) {}
