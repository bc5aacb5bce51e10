/** What a component imports and exports, read from the description that native code writes. */
@NullMarked
package dev.switchblade.internal.describe;

import org.jspecify.annotations.NullMarked;
