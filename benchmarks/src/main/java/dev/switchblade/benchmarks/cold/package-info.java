/** The programs whose cold start is measured. */
@NullMarked
package dev.switchblade.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
