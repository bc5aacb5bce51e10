/** What a configuration grants, for native code, and what guests want of the host through it. */
@NullMarked
package dev.switchblade.internal.wasi;

import org.jspecify.annotations.NullMarked;
