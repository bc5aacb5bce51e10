package dev.switchblade.codegen;

import com.palantir.javapoet.ClassName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What to generate. Immutable.
 *
 * @param input a WIT folder with its {@code deps}, a {@code .wit} file, or a WIT package or a
 *     component in WebAssembly
 * @param world the world's name; empty if there is only one
 * @param packageName the Java package of the world's class; empty for one named after the WIT
 *     package, as {@code acme.shop} is after {@code acme:shop}
 * @param className the name of the world's class; empty for one named after the world
 * @param features the features that are on, for what is {@code @unstable}
 * @param allFeatures whether all of them are
 * @param implementWasi whether the host implements WASI too, which the native library does
 *     otherwise
 * @param throwErrors whether the error of a function's {@code result} is thrown: see {@link
 *     Builder#throwErrors}
 * @param mappings what has Java elsewhere: see {@link Builder#map}
 */
public record GeneratorOptions(
    Path input,
    String world,
    String packageName,
    String className,
    List<String> features,
    boolean allFeatures,
    boolean implementWasi,
    boolean throwErrors,
    Map<String, String> mappings) {

  /** Copies the collections. */
  public GeneratorOptions {
    features = List.copyOf(features);
    mappings = Map.copyOf(mappings);
  }

  /**
   * Begins options.
   *
   * @param input a WIT folder with its {@code deps}, a {@code .wit} file, or a WIT package or a
   *     component in WebAssembly
   */
  public static Builder builder(Path input) {
    return new Builder(input);
  }

  /** Collects options. */
  public static final class Builder {
    private final Path input;
    private String world = "";
    private String packageName = "";
    private String className = "";
    private final List<String> features = new ArrayList<>();
    private boolean allFeatures;
    private boolean implementWasi;
    private boolean throwErrors;
    private final Map<String, String> mappings = new LinkedHashMap<>();

    private Builder(Path input) {
      this.input = Objects.requireNonNull(input, "input");
    }

    /** Names the world; needed if there are several. */
    public Builder world(String name) {
      world = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Names the Java package of the world's class.
     *
     * @throws IllegalArgumentException if it is no name of a package, or begins with a capital
     *     letter: a class could hide it
     */
    public Builder packageName(String name) {
      if (!name.isEmpty() && !isPackage(name)) {
        throw new IllegalArgumentException(
            "expected a Java package, such as com.acme, got " + name + beginning(name));
      }
      packageName = name;
      return this;
    }

    /**
     * Says whether this is a package that no class hides, as classes begin with capital letters.
     */
    private static boolean isPackage(String name) {
      return SourceVersion.isName(name) && !Character.isUpperCase(name.charAt(0));
    }

    /** What is wrong with the first letter of a package; empty if nothing is. */
    private static String beginning(String name) {
      return SourceVersion.isName(name) && !isPackage(name)
          ? ", which doesn't begin with a small letter"
          : "";
    }

    /**
     * Names the world's class.
     *
     * @throws IllegalArgumentException if it is no name of a class, or begins with a small letter:
     *     it could hide a package
     */
    public Builder className(String name) {
      boolean simple = SourceVersion.isIdentifier(name) && SourceVersion.isName(name);
      if (!name.isEmpty() && (!simple || Character.isLowerCase(name.charAt(0)))) {
        throw new IllegalArgumentException(
            "expected a Java class without its package, such as Shop, got "
                + name
                + (simple ? ", which doesn't begin with a capital letter" : ""));
      }
      className = name;
      return this;
    }

    /** Turns a feature on, for what is {@code @unstable}. */
    public Builder feature(String name) {
      features.add(Objects.requireNonNull(name, "name"));
      return this;
    }

    /** Turns all features on, or not. */
    public Builder allFeatures(boolean on) {
      allFeatures = on;
      return this;
    }

    /** Has the host implement WASI, which the native library does otherwise. */
    public Builder implementWasi(boolean on) {
      implementWasi = on;
      return this;
    }

    /**
     * Has functions that return a {@code result} return its value and throw its error, on both
     * sides; otherwise they return a {@link dev.switchblade.Result}. A {@code result} that is a
     * part of another value is a {@code Result} in any case.
     */
    public Builder throwErrors(boolean on) {
      throwErrors = on;
      return this;
    }

    private static final Pattern INTERFACE = Pattern.compile("[^/]+:[^/]+/[^/.@]+(@[^/]+)?");
    private static final Pattern TYPE = Pattern.compile(INTERFACE + "\\.[a-zA-Z][^./@]*");

    /**
     * Names Java that is there already, instead of generating it.
     *
     * @param wit an interface, such as {@code wasi:http/types}, with or without its version, or a
     *     type of one, such as {@code acme:time/types.instant}
     * @param java of an interface, the package that was generated for it; of a type, its class, a
     *     colon, and a class with the static methods {@code toJava} (from what would be generated)
     *     and {@code toWit} (back), such as {@code java.time.Instant:com.acme.InstantConverter}
     * @throws IllegalArgumentException if either is of another form
     */
    public Builder map(String wit, String java) {
      boolean isInterface = INTERFACE.matcher(wit).matches();
      // What is behind the last dot may be of the version: 1.0.0-rc.one.
      boolean type = TYPE.matcher(wit).matches() && (!isInterface || java.contains(":"));
      if (!type && !isInterface) {
        throw new IllegalArgumentException(
            "expected an interface (acme:time/types) or a type (acme:time/types.instant), got "
                + wit);
      }
      String[] names = java.split(":", -1);
      if (names.length != (type ? 2 : 1)
          || !List.of(names).stream().allMatch(type ? Builder::isClass : Builder::isPackage)) {
        throw new IllegalArgumentException(
            wit
                + (type
                    ? ": expected a class and its converter (java.time.Instant:com.acme.Instants;"
                        + " in a pom.xml <java> and <converter>), got "
                    : ": expected a Java package, such as com.acme.http, got ")
                + java);
      }
      mappings.put(wit, java);
      return this;
    }

    /** Says whether this is a class that code in other packages can name. */
    private static boolean isClass(String name) {
      try {
        return isPackage(name) && !ClassName.bestGuess(name).packageName().isEmpty();
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    /** Ends the options. */
    public GeneratorOptions build() {
      return new GeneratorOptions(
          input,
          world,
          packageName,
          className,
          features,
          allFeatures,
          implementWasi,
          throwErrors,
          mappings);
    }
  }
}
