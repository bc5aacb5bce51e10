/** Who is in a store, and what may be done there now. */
@NullMarked
package dev.switchblade.internal.owner;

import org.jspecify.annotations.NullMarked;
