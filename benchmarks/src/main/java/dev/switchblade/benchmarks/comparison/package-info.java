/** Runs Java and Rust by turns, and reports the ratios: what {@code benchmarks/run} starts. */
@NullMarked
package dev.switchblade.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
