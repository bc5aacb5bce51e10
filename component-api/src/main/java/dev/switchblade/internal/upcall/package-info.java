/**
 * Where the native library calls Java: one function, and tables that say of which store or host
 * function it speaks. Depends on nothing but the bindings; stores and host functions inherit from
 * classes that are here.
 */
@NullMarked
package dev.switchblade.internal.upcall;

import org.jspecify.annotations.NullMarked;
