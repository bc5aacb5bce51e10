package dev.switchblade.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import dev.switchblade.codegen.wit.About;
import java.util.List;

/** Annotations of generated code. */
final class Annotations {

  private Annotations() {}

  /** That an item is deprecated, if it is. */
  static List<AnnotationSpec> deprecated(About about) {
    return about.deprecated() == null
        ? List.of()
        : List.of(AnnotationSpec.builder(Deprecated.class).build());
  }
}
