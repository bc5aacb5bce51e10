/**
 * Runs the programs of the official {@code wasi-testsuite} through the public API, and reports what
 * holds.
 *
 * <p>A {@link dev.switchblade.conformance.wasi.Testsuite} runs {@linkplain
 * dev.switchblade.conformance.wasi.Suite suites}; a {@link
 * dev.switchblade.conformance.wasi.TestsuiteReport} is what came of it.
 *
 * @see <a
 *     href="https://github.com/WebAssembly/wasi-testsuite/blob/main/doc/specification.md">wasi-testsuite:
 *     Test Specification</a>
 */
@NullMarked
package dev.switchblade.conformance.wasi;

import org.jspecify.annotations.NullMarked;
