package dev.switchblade.abi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks classes that were generated from WIT. One of its own, as {@code
 * javax.annotation.processing.Generated} is in a module that few programs require, and not kept for
 * tools that measure coverage.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {
  /** What the class was generated from: a world, or an interface. */
  String value();
}
