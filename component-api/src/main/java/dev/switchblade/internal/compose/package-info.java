/** Compositions as native code is told of them, and what it says of them. */
@NullMarked
package dev.switchblade.internal.compose;

import org.jspecify.annotations.NullMarked;
