/**
 * Finds, unpacks, checks and opens the native library; {@link
 * dev.switchblade.bindings.NativeLibrary} is the way in.
 *
 * <p>All of this runs once per process, before anything else can, so it counts in every cold start:
 * where the library opens at the first attempt, the code here uses no lambdas, no string
 * concatenation, no regular expressions and no logger, each of which costs milliseconds when a
 * process first uses it.
 */
@NullMarked
package dev.switchblade.bindings;

import org.jspecify.annotations.NullMarked;
