package praxis.sandbox.chaos.fault;

import praxis.sandbox.chaos.plan.PlannedFault;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault that has been.
 *
 * @param began after the begin of the run
 * @param ended after the begin of the run
 * @param recovery from the end until no record waited longer than usual; empty if never
 */
public record FaultRecord(
        PlannedFault planned, Duration began, Duration ended, Optional<Duration> recovery) {}
