/**
 * What images are written to and read from: buffers, the side table of large lists, and all of
 * readers and writers that users do not see.
 */
@NullMarked
package dev.switchblade.internal.image;

import org.jspecify.annotations.NullMarked;
