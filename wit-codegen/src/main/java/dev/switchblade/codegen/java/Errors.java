package dev.switchblade.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import dev.switchblade.codegen.wit.TypeRef.Defined;
import dev.switchblade.codegen.wit.TypeRef.Primitive;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that the errors of functions are thrown as: one for each type of error, beside it
 * if it has a name, else beside the functions.
 */
final class Errors {

  /** The word for an error without a type, as its exception's name has it. */
  private static final String NOTHING = "failed";

  private final Document document;
  private final Symbols symbols;
  private final JavaTypes types;
  private final boolean thrown;

  private final Map<Key, Thrown> found = new LinkedHashMap<>();

  /** What has an exception: errors that are called the same may be two in Java. */
  private record Key(String javaPackage, String name, TypeName payload) {}

  /**
   * An exception.
   *
   * @param home where it is
   * @param wit what the WIT calls the error
   * @param name its class
   * @param error the type of the error; null if there is none
   */
  record Thrown(Home home, String wit, ClassName name, @Nullable TypeRef error) {}

  /** A result whose error is thrown. */
  record Outcome(TypeDef.ResultOf result, Thrown thrown) {}

  /**
   * Makes it.
   *
   * @param thrown whether errors are thrown at all
   */
  Errors(Document document, Symbols symbols, JavaTypes types, boolean thrown) {
    this.document = document;
    this.symbols = symbols;
    this.types = types;
    this.thrown = thrown;
  }

  /** All that has been asked for. */
  Collection<Thrown> all() {
    return found.values();
  }

  /** What a function returns and throws; null if it returns what it returns. */
  @Nullable Outcome of(Home home, Function function) {
    TypeDef def = function.result() == null ? null : document.definition(function.result());
    return thrown && def != null && def.kind() instanceof TypeDef.ResultOf result
        ? new Outcome(result, thrown(home, result.err()))
        : null;
  }

  private Thrown thrown(Home home, @Nullable TypeRef error) {
    TypeDef named = error == null ? null : named(error);
    Home of = named == null ? symbols.ownerOfConstants(home) : symbols.homeOf(named);
    String wit = named == null ? spelled(error) : named.about().name();
    // The class of a resource that the host implements may have another name than the WIT says.
    String name =
        named != null && Symbols.isJavaType(named)
            ? symbols.type(named).simpleName().replaceFirst("_+$", "") + "Exception"
            : Names.type(wit + "-exception");
    var key = new Key(of.functions().packageName(), name, types.boxed(error));
    return found.computeIfAbsent(key, _ -> new Thrown(of, wit, symbols.newClass(of, name), error));
  }

  /** The type that gives an error its name, whatever {@code use} calls it; null if none does. */
  private @Nullable TypeDef named(TypeRef error) {
    TypeDef named = null;
    TypeRef ref = error;
    while (ref instanceof Defined(int number)) {
      TypeDef def = document.types().get(number);
      if (!def.about().name().isEmpty()) {
        named = def;
      }
      ref =
          switch (def.kind()) {
            case TypeDef.Alias(TypeRef target) -> target;
            case TypeDef.Handle(int resource, _) -> new Defined(resource);
            default -> null;
          };
    }
    return named;
  }

  /** A type without a name, in words. */
  private String spelled(@Nullable TypeRef ref) {
    if (ref == null) {
      return NOTHING;
    }
    TypeDef named = named(ref);
    if (named != null) {
      return named.about().name();
    }
    if (document.resolved(ref) instanceof Primitive primitive) {
      return primitive.wit();
    }
    TypeDef def = Objects.requireNonNull(document.definition(ref));
    String kind =
        switch (def.kind()) {
          case TypeDef.TupleOf _ -> "tuple-of-";
          case TypeDef.OptionOf _ -> "option-of-";
          case TypeDef.ResultOf _ -> "result-of-";
          case TypeDef.ListOf _, TypeDef.FixedLengthList _ -> "list-of-";
          case TypeDef.MapOf _ -> "map-of-";
          default -> throw new IllegalStateException("no words for " + def);
        };
    return document.parts(def).stream()
        .map(this::spelled)
        .collect(Collectors.joining("-and-", kind, ""));
  }

  /** The class of an exception. */
  TypeSpec.Builder write(Thrown thrown) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(thrown.name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(Api.COMPONENT_EXCEPTION)
            .addField(
                FieldSpec.builder(
                        long.class,
                        "serialVersionUID",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer("1")
                    .build());
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
    if (thrown.error() == null) {
      return type.addJavadoc("An error that carries nothing.")
          .addMethod(
              constructor
                  .addJavadoc("Makes one.")
                  .addStatement("super($S, null)", thrown.wit())
                  .build());
    }
    TypeName error = types.of(thrown.error());
    String range = types.range(thrown.error());
    constructor
        .addJavadoc("Makes one of the error.")
        .addParameter(error, "error")
        .addStatement("super($S, error)", thrown.wit());
    if (!error.isPrimitive()) {
      constructor.addStatement("this.error = $T.requireNonNull(error, $S)", Objects.class, "error");
    } else {
      constructor.addStatement("this.error = error");
    }
    return type.addJavadoc("An error {@code $L}.", thrown.wit())
        .addField(error, "error", Modifier.PRIVATE, Modifier.FINAL, Modifier.TRANSIENT)
        .addMethod(constructor.build())
        .addMethod(
            MethodSpec.methodBuilder("error")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(range.isEmpty() ? "The error." : "The error: " + range + ".")
                .returns(error)
                .addStatement("return error")
                .build());
  }
}
