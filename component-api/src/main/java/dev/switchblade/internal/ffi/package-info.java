/** Native memory, the blocks of {@code switchblade.h}, native objects and native errors. */
@NullMarked
package dev.switchblade.internal.ffi;

import org.jspecify.annotations.NullMarked;
