package dev.switchblade.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Cuts what is too long for one method: a class file has no room for more than 64 KiB of code, no
 * JIT compiles more than 8,000 bytes of it, and javac's stack overflows at long expressions.
 */
final class Parts {

  /** The most bytes of code that a method has which can be cut. */
  static final int CODE = 8_000;

  /** The most statements, or calls in a chain. */
  static final int STATEMENTS = 200;

  private Parts() {}

  /** Cuts a list, so that what all of a part weigh is not more than a limit. */
  static <T> List<List<T>> of(List<T> all, int limit, ToIntFunction<T> weight) {
    List<List<T>> parts = new ArrayList<>();
    List<T> part = new ArrayList<>();
    int sum = 0;
    for (T one : all) {
      sum += weight.applyAsInt(one);
      if (sum > limit && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
        sum = weight.applyAsInt(one);
      }
      part.add(one);
    }
    parts.add(part);
    return parts;
  }

  /**
   * Adds statements to a method: if they are many, calls of methods that have them. A method of the
   * WIT's may be called as one of these, but has other parameters.
   *
   * @param type the class of the methods
   * @param name what their names begin with
   * @param parameters what the statements use
   */
  static void addStatements(
      TypeSpec.Builder type,
      MethodSpec.Builder method,
      List<CodeBlock> statements,
      String name,
      List<ParameterSpec> parameters) {
    List<List<CodeBlock>> parts = of(statements, STATEMENTS, _ -> 1);
    if (parts.size() == 1) {
      statements.forEach(statement -> method.addStatement("$L", statement));
      return;
    }
    String arguments =
        parameters.stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
    for (int i = 0; i < parts.size(); i++) {
      MethodSpec.Builder part =
          MethodSpec.methodBuilder(name + (i + 1))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameters(parameters);
      parts.get(i).forEach(statement -> part.addStatement("$L", statement));
      type.addMethod(part.build());
      method.addStatement("$L($L)", name + (i + 1), arguments);
    }
  }
}
