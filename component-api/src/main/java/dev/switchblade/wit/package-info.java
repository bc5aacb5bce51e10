/**
 * WIT as Java sees it: the types and interfaces of components, as {@link
 * dev.switchblade.Component#imports()} and {@link dev.switchblade.Component#exports()} tell them.
 *
 * <p>All of it is immutable data with structural equality; {@code toString} prints WIT.
 *
 * @see <a href="https://component-model.bytecodealliance.org/design/wit.html">WIT</a>
 */
@NullMarked
package dev.switchblade.wit;

import org.jspecify.annotations.NullMarked;
