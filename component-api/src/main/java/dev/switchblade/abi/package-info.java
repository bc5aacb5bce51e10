/**
 * What generated code is made of: calls, and the values in them, over images.
 *
 * <p>An image is the tuple of a function's parameters, or of its results, in the memory layout of
 * the <a
 * href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md">canonical
 * ABI</a>. {@link dev.switchblade.Func#begin} begins a {@link dev.switchblade.abi.Call}; its {@link
 * dev.switchblade.abi.ImageWriter} writes the arguments, its {@link
 * dev.switchblade.abi.ImageReader} reads the result. An {@link dev.switchblade.abi.ImageFunction}
 * is a host function of that kind. Hand-written code that wants no boxing and no allocation may use
 * all this, too.
 *
 * {@snippet :
 * // add: func(a: u32, b: u32) -> u32
 * try (Call call = add.begin()) {
 *   call.arguments().putInt(0, a);
 *   call.arguments().putInt(4, b);
 *   call.invoke();
 *   return call.result().getInt(0);
 * }
 * }
 */
@NullMarked
package dev.switchblade.abi;

import org.jspecify.annotations.NullMarked;
