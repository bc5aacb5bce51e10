package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.HostFunctionException;
import dev.switchblade.InvalidValueException;
import dev.switchblade.Result;
import dev.switchblade.Tuple;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nulls, which generated code doesn't take: javac doesn't find them, so that whoever meets one is
 * told where it was.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class NullValuesTest {

  /** What the host returns, by the name of the function. */
  private static final Map<String, String> RETURNED = new LinkedHashMap<>();

  /** What the component takes, by the name of the function. */
  private static final Map<String, String> TAKEN = new LinkedHashMap<>();

  static {
    RETURNED.put("find", "item");
    RETURNED.put("first", "box");
    RETURNED.put("pay", "payment");
    RETURNED.put("pair", "tuple<u8, string>");
    RETURNED.put("long", "tuple<u8, u8, u8, u8, u8, u8, u8, u8, u8>");
    RETURNED.put("words", "list<string>");
    RETURNED.put("attempt", "result<item, box>");
    RETURNED.put("maybe", "option<item>");
    RETURNED.put("all", "list<item>");
    RETURNED.put("grid", "list<list<box>>");
    RETURNED.put("index", "map<string, item>");
    RETURNED.put("two", "list<box, 2>");
    TAKEN.put("add", "list<item>");
    TAKEN.put("pack", "list<list<box>>");
    TAKEN.put("pairs", "list<tuple<u8, string>>");
    TAKEN.put("payments", "list<payment>");
    TAKEN.put("file", "map<string, item>");
    TAKEN.put("outcomes", "list<result<box, item>>");
  }

  private static final String TYPES =
      """
        record item { sku: string, tags: list<string>, rows: list<option<list<string>>> }
        record box { item: item, next: option<item> }
        variant payment { cash, card(string) }
      """;

  private Engine engine = Engine.create();
  private final Map<Boolean, URLClassLoader> generated = new LinkedHashMap<>();

  /** A component with functions that call those of the host, and with such that are not reached. */
  private static String component() {
    var text =
        new StringBuilder(
            """
            (component
              (type $item-here (record (field "sku" string) (field "tags" (list string))
                (field "rows" (list (option (list string))))))
              (import "item" (type $item (eq $item-here)))
              (type $box-here (record (field "item" $item) (field "next" (option $item))))
              (import "box" (type $box (eq $box-here)))
              (type $payment-here (variant (case "cash") (case "card" string)))
              (import "payment" (type $payment (eq $payment-here)))
              (core module $memory
                (memory (export "memory") 1)
                (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024)))
              (core instance $memory (instantiate $memory))
            """);
    var imports = new StringBuilder();
    var asks = new StringBuilder();
    var given = new StringBuilder();
    RETURNED.forEach(
        (name, type) -> {
          text.append(
              """
                (import "%1$s" (func $%1$s (result %2$s)))
                (core func $%1$s (canon lower (func $%1$s)
                  (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))
              """
                  .formatted(name, inText(type)));
          imports.append("(import \"host\" \"%1$s\" (func $%1$s (param i32)))\n".formatted(name));
          asks.append("(func (export \"ask-%1$s\") (call $%1$s (i32.const 16)))\n".formatted(name));
          given.append("(export \"%1$s\" (func $%1$s))\n".formatted(name));
        });
    TAKEN
        .keySet()
        .forEach(name -> asks.append("(func (export \"" + name + "\") (param i32 i32))\n"));
    text.append("(core module $m\n" + imports + asks + ")\n");
    text.append("(core instance $m (instantiate $m (with \"host\" (instance\n" + given + "))))\n");
    RETURNED
        .keySet()
        .forEach(
            name ->
                text.append(
                    "(func (export \"ask-%1$s\") (canon lift (core func $m \"ask-%1$s\")))\n"
                        .formatted(name)));
    TAKEN.forEach(
        (name, type) ->
            text.append(
                """
                (func (export "%1$s") (param "p" %2$s) (canon lift (core func $m "%1$s")
                  (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))
                """
                    .formatted(name, inText(type))));
    return text.append(")\n").toString();
  }

  /** A type as the text of components has it. */
  private static String inText(String type) {
    return type.replaceAll("\\b(item|box|payment)\\b", "\\$$1")
        .replaceAll("result<([^,]+), ([^>]+)>", "(result $1 (error $2))")
        .replaceAll("(\\w+)<", "($1 ")
        .replace('>', ')')
        .replace(",", "");
  }

  @BeforeAll
  void generate(@TempDir Path folder) throws Exception {
    var world = new StringBuilder("package acme:nulls;\nworld w {\n" + TYPES);
    RETURNED.forEach(
        (name, type) -> world.append("import " + name + ": func() -> " + type + ";\n"));
    RETURNED.keySet().forEach(name -> world.append("export ask-" + name + ": func();\n"));
    TAKEN.forEach((name, type) -> world.append("export " + name + ": func(p: " + type + ");\n"));
    Path wit = Files.writeString(folder.resolve("w.wit"), world.append("}\n"));
    for (boolean thrown : new boolean[] {false, true}) {
      var options = GeneratorOptions.builder(wit).throwErrors(thrown);
      Path classes = folder.resolve("classes-" + thrown);
      assertEquals(
          List.of(), JavaSources.compile(Generator.generate(options.build()).files(), classes));
      generated.put(thrown, new URLClassLoader(new URL[] {classes.toUri().toURL()}));
    }
  }

  @AfterAll
  void close() throws Exception {
    for (URLClassLoader loader : generated.values()) {
      loader.close();
    }
    engine.close();
  }

  /** Makes values of the generated classes. */
  private record Values(ClassLoader loader) {
    Object make(String name, @Nullable Object... parts) {
      try {
        return loader.loadClass("acme.nulls." + name).getConstructors()[0].newInstance(parts);
      } catch (InvocationTargetException e) {
        throw (RuntimeException) e.getCause();
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    Object item() {
      return make("Item", "a", List.of("b"), List.of(Optional.of(List.of("c"))));
    }

    Object box() {
      return make("Box", item(), Optional.empty());
    }
  }

  /** A value with a null in it, made when the classes are there. */
  private interface Wrong {
    @Nullable Object of(Values values);
  }

  /** Calls an exported function of a component, whose host functions return one value. */
  private void call(
      boolean thrown, String method, @Nullable Object returned, @Nullable Object... arguments)
      throws Throwable {
    ClassLoader loader = generated.get(thrown);
    Class<?> imports = loader.loadClass("acme.nulls.W$Imports");
    Class<?> world = loader.loadClass("acme.nulls.W");
    Object host = Proxy.newProxyInstance(loader, new Class<?>[] {imports}, (_, _, _) -> returned);
    try (Component component = engine.compileText(component());
        var instance =
            (AutoCloseable)
                world
                    .getMethod("instantiate", Component.class, imports)
                    .invoke(null, component, host)) {
      for (Method one : world.getMethods()) {
        if (one.getName().equals(method) && one.getParameterCount() == arguments.length) {
          one.invoke(instance, arguments);
          return;
        }
      }
      throw new AssertionError("no method " + method);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object[] returned(String function, String complaint, Wrong value) {
    return new Object[] {function, complaint, value};
  }

  private static final String VALUE = ": expected a value, got null";
  private static final String CARRIED = ": expected what the result carries, got null";

  static Stream<Object[]> returned() {
    return Stream.of(
        returned("find", VALUE, _ -> null),
        returned("first", VALUE, _ -> null),
        returned("pay", VALUE, _ -> null),
        returned("pair", VALUE, _ -> null),
        returned("long", VALUE, _ -> null),
        returned("words", ": expected list, got null", _ -> null),
        returned("words", "[1]: expected string, got null", _ -> Arrays.asList("a", null)),
        returned("attempt", ": expected result (Result), got null", _ -> null),
        returned("attempt", ".ok" + CARRIED, _ -> Result.ok(null)),
        returned("attempt", ".err" + CARRIED, _ -> Result.err(null)),
        returned("maybe", ": expected option (Optional), got null", _ -> null),
        returned("all", "[1]" + VALUE, values -> Arrays.asList(values.item(), null)),
        returned("all", "[0]" + VALUE, values -> Arrays.asList(null, values.item())),
        returned(
            "grid",
            "[1][0]" + VALUE,
            values -> List.of(List.of(values.box()), Collections.singletonList(null))),
        returned(
            "grid",
            "[1]: expected list, got null", values -> Arrays.asList(List.of(values.box()), null)),
        returned("index", ": expected map, got null", _ -> null),
        returned("index", "[0].value" + VALUE, _ -> Collections.singletonMap("a", null)),
        returned(
            "index",
            "[0].key: expected a key, got null",
            values -> Collections.singletonMap(null, values.item())),
        returned("two", ": expected list, got null", _ -> null),
        returned("two", "[1]" + VALUE, values -> Arrays.asList(values.box(), null)));
  }

  @ParameterizedTest
  @MethodSource("returned")
  void whatAHostFunctionReturnsIsNamedByItsPath(String function, String complaint, Wrong value) {
    String method = "ask" + Character.toUpperCase(function.charAt(0)) + function.substring(1);
    Object wrong = value.of(new Values(generated.get(false)));
    var exception = assertThrows(HostFunctionException.class, () -> call(false, method, wrong));
    assertEquals(
        "the result of the host function " + function + complaint,
        assertInstanceOf(InvalidValueException.class, exception.getCause()).getMessage());
  }

  static Stream<Object[]> taken() {
    return Stream.of(
        returned("add", "[0]" + VALUE, _ -> Collections.singletonList(null)),
        returned("add", "[2]" + VALUE, values -> Arrays.asList(values.item(), values.item(), null)),
        returned(
            "pack",
            "[1][1]" + VALUE,
            values -> List.of(List.of(), Arrays.asList(values.box(), null))),
        returned("pack", "[0]: expected list, got null", _ -> Collections.singletonList(null)),
        returned("pairs", "[1]" + VALUE, _ -> Arrays.asList(Tuple.of(1, "a"), null)),
        returned("payments", "[0]" + VALUE, _ -> Collections.singletonList(null)),
        returned("file", "[0].value" + VALUE, _ -> Collections.singletonMap("a", null)),
        returned("outcomes", "[0].ok" + CARRIED, _ -> List.of(Result.ok(null))),
        returned(
            "outcomes",
            "[1].err" + CARRIED,
            values -> List.of(Result.ok(values.box()), Result.err(null))));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void whatACallerPassesIsNamedByItsPath(String function, String complaint, Wrong value) {
    Object wrong = value.of(new Values(generated.get(false)));
    var exception =
        assertThrows(InvalidValueException.class, () -> call(false, function, null, wrong));
    assertEquals(function + "(p)" + complaint, exception.getMessage());
  }

  /** A method that throws the error returns what the result would carry. */
  @ParameterizedTest
  @CsvSource({"askFind, find", "askAttempt, attempt", "askPair, pair"})
  void whatAMethodReturnsThatThrowsErrorsIsNamed(String method, String function) {
    var exception = assertThrows(HostFunctionException.class, () -> call(true, method, null));
    assertEquals(
        "the result of the host function " + function + VALUE,
        assertInstanceOf(InvalidValueException.class, exception.getCause()).getMessage());
  }

  @Test
  void anArgumentIsNamedByItsParameter() {
    for (String function : TAKEN.keySet()) {
      var exception =
          assertThrows(
              NullPointerException.class, () -> call(false, function, null, (Object) null));
      assertEquals("p", exception.getMessage(), function);
    }
  }

  /** Where the value is made: a record can't know what it will be passed to. */
  @Test
  void recordsNameTheirFieldAndThePathFromThere() {
    var values = new Values(generated.get(false));
    List<Optional<List<String>>> rows = new ArrayList<>();
    rows.add(Optional.empty());
    rows.add(Optional.of(Arrays.asList("a", "b", null)));
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    wrong.put("sku", it -> it.make("Item", null, List.of(), List.of()));
    wrong.put("tags", it -> it.make("Item", "a", null, List.of()));
    wrong.put("tags[1]", it -> it.make("Item", "a", Arrays.asList("b", null), List.of()));
    wrong.put("rows[1].some[2]", it -> it.make("Item", "a", List.of(), rows));
    wrong.put("rows[0]", it -> it.make("Item", "a", List.of(), Collections.singletonList(null)));
    wrong.put("item", it -> it.make("Box", null, Optional.empty()));
    wrong.put("value", it -> it.make("Payment$Card", (Object) null));
    wrong.forEach(
        (path, value) ->
            assertEquals(
                path,
                assertThrows(NullPointerException.class, () -> value.of(values)).getMessage()));
  }

  /** The types are right, and what is no null crosses. */
  @Test
  void whatIsThereCrosses() throws Throwable {
    var values = new Values(generated.get(false));
    call(false, "add", null, List.of(values.item(), values.item()));
    call(false, "pack", null, List.of(List.of(values.box())));
    call(false, "outcomes", null, List.of(Result.ok(values.box()), Result.err(values.item())));
    call(false, "askFind", values.item());
    call(false, "askFirst", values.box());
    call(false, "askPay", values.make("Payment$Cash"));
    call(false, "askPair", Tuple.of(1, "a"));
    call(false, "askAttempt", Result.ok(values.item()));
    call(true, "askAttempt", new Values(generated.get(true)).item());
    call(false, "add", null, List.of());
    call(false, "file", null, Map.of());
  }
}
