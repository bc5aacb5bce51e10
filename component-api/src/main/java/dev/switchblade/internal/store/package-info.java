/**
 * What a store owns, and what it answers when the native library asks. It knows neither how values
 * travel nor how components are linked.
 */
@NullMarked
package dev.switchblade.internal.store;

import org.jspecify.annotations.NullMarked;
