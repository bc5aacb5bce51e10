/**
 * Runs {@code .wast} scripts of the component model through the public API, and reports what holds.
 *
 * <p>A {@link dev.switchblade.conformance.Conformance} runs scripts; a {@link
 * dev.switchblade.conformance.Report} is what came of it.
 */
@NullMarked
package dev.switchblade.conformance;

import org.jspecify.annotations.NullMarked;
