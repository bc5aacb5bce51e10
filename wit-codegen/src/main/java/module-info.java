import org.jspecify.annotations.NullMarked;

/** Typed Java from WIT worlds: start at {@link dev.switchblade.codegen.Generator}. */
@NullMarked
module dev.switchblade.codegen {
  requires com.fasterxml.jackson.databind;
  requires com.palantir.javapoet;
  requires dev.switchblade;
  requires transitive info.picocli;
  requires java.compiler;
  requires static org.jspecify;

  exports dev.switchblade.codegen;
}
