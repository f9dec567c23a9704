package praxis.sandbox.chaos.plan;

import java.time.Duration;

/**
 * One thing that is to go wrong.
 *
 * @param number counts from 1
 * @param after the begin of the run
 * @param lasting from the fault's begin to its end; what a restart takes comes on top
 * @param strength from 0 to 99, for kinds that know more and less
 */
public record PlannedFault(
        int number, FaultKind kind, Part part, Duration after, Duration lasting, int strength) {}
