/**
 * The workloads, measured by JMH. Their names and what they do are those of the Rust host in {@code
 * benchmarks/rust}.
 */
@NullMarked
package dev.switchblade.benchmarks;

import org.jspecify.annotations.NullMarked;
