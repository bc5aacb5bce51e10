/**
 * WIT as Java sees it: the types and interfaces of components, as {@link
 * dev.switchblade.Component#imports()} and {@link dev.switchblade.Component#exports()} tell them.
 *
 * <p>Types and items are immutable data with structural equality; {@code toString} prints WIT.
 * {@link dev.switchblade.wit.Wave} calls functions by the text form of their values, and {@link
 * dev.switchblade.wit.Wit} resolves WIT for code generators.
 *
 * @see <a href="https://component-model.bytecodealliance.org/design/wit.html">WIT</a>
 */
@NullMarked
package dev.switchblade.wit;

import org.jspecify.annotations.NullMarked;
