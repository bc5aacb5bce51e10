/**
 * Imports and what a host provides for them, and the calls that come of it: of exported functions
 * and of host functions.
 */
@NullMarked
package dev.switchblade.internal.link;

import org.jspecify.annotations.NullMarked;
