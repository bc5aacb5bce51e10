/**
 * The Maven plugin: runs the code generator in a JVM of its own when WIT or options have changed.
 *
 * <p>Maven may run on Java 17, so this code does; the generator needs Java 25 and is never loaded
 * here.
 */
@NullMarked
package dev.switchblade.maven;

import org.jspecify.annotations.NullMarked;
