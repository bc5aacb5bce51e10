package dev.switchblade.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.switchblade.codegen.wit.About;
import java.util.List;

/** {@code @deprecated}: an annotation and, at the end of the documentation, a tag. */
final class Deprecation {

  private Deprecation() {}

  /** Marks a type, whose documentation is complete. */
  static TypeSpec.Builder mark(TypeSpec.Builder type, About about, boolean behindTags) {
    if (about.deprecated() == null) {
      return type;
    }
    return type.addAnnotations(annotations(about))
        .addJavadoc(behindTags ? "" : "\n")
        .addJavadoc(tag(about));
  }

  static List<AnnotationSpec> annotations(About about) {
    return about.deprecated() == null
        ? List.of()
        : List.of(AnnotationSpec.builder(Deprecated.class).build());
  }

  /** A line of its own behind other tags; empty if it isn't deprecated. */
  static CodeBlock tag(About about) {
    return about.deprecated() == null
        ? CodeBlock.of("")
        : CodeBlock.of("\n@deprecated since version $L", about.deprecated());
  }
}
