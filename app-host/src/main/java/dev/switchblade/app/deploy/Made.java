package dev.switchblade.app.deploy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A version that has been made, and isn't served yet.
 *
 * @param live the version
 * @param optimized compiles it again, by the deployment's engine; null if it has that code already
 */
record Made<I>(LiveVersion<I> live, @Nullable Supplier<Ready<I>> optimized) {}
