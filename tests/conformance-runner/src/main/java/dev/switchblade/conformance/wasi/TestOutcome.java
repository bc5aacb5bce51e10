package dev.switchblade.conformance.wasi;

import dev.switchblade.conformance.Outcome.Status;
import java.time.Duration;

/**
 * What came of one test.
 *
 * @param name the program's, without {@code .wasm}
 * @param status what came of it
 * @param reason why it failed or was skipped; empty if it passed
 * @param took how long it took, compiling included
 */
public record TestOutcome(String name, Status status, String reason, Duration took) {}
