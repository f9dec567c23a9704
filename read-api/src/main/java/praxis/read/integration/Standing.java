package praxis.read.integration;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What the database holds about a practice as a whole. */
record Standing(
        @Nullable Instant lastSignOfLife,
        @Nullable String defaultTherapistId,
        boolean bookingToolKnown,
        long patients,
        long patientsOfNobody,
        long linked,
        long expected,
        long ignored,
        long openReviews,
        long parked) {}
