/**
 * Typed Java from WIT worlds.
 *
 * {@snippet :
 * var options = GeneratorOptions.builder(Path.of("src/main/wit")).packageName("com.acme").build();
 * Generator.generate(options).writeTo(Path.of("target/generated-sources/switchblade"));
 * }
 *
 * <p>{@link dev.switchblade.codegen.Bindgen} is the same as a command.
 */
@NullMarked
package dev.switchblade.codegen;

import org.jspecify.annotations.NullMarked;
