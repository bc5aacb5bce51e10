/** Compiled components in files. */
@NullMarked
package dev.switchblade.internal.artifact;

import org.jspecify.annotations.NullMarked;
