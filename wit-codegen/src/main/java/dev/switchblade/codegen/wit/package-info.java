/** What the native library says of a world, read. */
@NullMarked
package dev.switchblade.codegen.wit;

import org.jspecify.annotations.NullMarked;
