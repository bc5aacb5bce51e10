package dev.switchblade.codegen.wit;

import org.jspecify.annotations.Nullable;

/**
 * What every item of WIT has.
 *
 * @param name in WIT's kebab-case; empty if it has none
 * @param docs its documentation, in Markdown
 * @param deprecated since which version it is
 * @param place the file, line and column of its name; null in WebAssembly
 */
public record About(
    String name, @Nullable String docs, @Nullable String deprecated, @Nullable Place place) {}
