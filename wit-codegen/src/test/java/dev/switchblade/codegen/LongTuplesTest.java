package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.HostFunctionException;
import dev.switchblade.TupleN;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tuples without a class of their length: javac doesn't see how many elements they have, so calls
 * look.
 */
final class LongTuplesTest {

  private static final String WIT =
      """
      package acme:rows;

      world w {
        import give: func() -> tuple<u8, u8, u8, u8, u8, u8, u8, u8, u8>;
        export last: func(row: tuple<u8, u8, u8, u8, u8, u8, u8, u8, u8>) -> u8;
        export last-given: func() -> u8;
      }
      """;

  private static final String COMPONENT =
      """
      (component
        (import "give" (func $give (result (tuple u8 u8 u8 u8 u8 u8 u8 u8 u8))))
        (core module $memory (memory (export "memory") 1))
        (core instance $memory (instantiate $memory))
        (core func $give (canon lower (func $give) (memory (core memory $memory "memory"))))
        (core module $m
          (import "memory" "memory" (memory 1))
          (import "host" "give" (func $give (param i32)))
          (func (export "last") (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
            (local.get 8))
          (func (export "last-given") (result i32)
            (call $give (i32.const 16))
            (i32.load8_u offset=8 (i32.const 16))))
        (core instance $m (instantiate $m
          (with "memory" (instance $memory))
          (with "host" (instance (export "give" (func $give))))))
        (func (export "last")
          (param "row" (tuple u8 u8 u8 u8 u8 u8 u8 u8 u8)) (result u8)
          (canon lift (core func $m "last")))
        (func (export "last-given") (result u8) (canon lift (core func $m "last-given"))))
      """;

  private static final String PROGRAM =
      """
      import acme.rows.W;
      import dev.switchblade.Component;
      import dev.switchblade.TupleN;

      public final class Program {
        public static int last(Component component, TupleN row) {
          try (W world = W.instantiate(component, () -> row)) {
            return world.last(row);
          }
        }

        public static int lastGiven(Component component, TupleN row) {
          try (W world = W.instantiate(component, () -> row)) {
            return world.lastGiven();
          }
        }
      }
      """;

  private static final TupleN NINE = TupleN.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

  private static Path classes = Path.of("");

  @BeforeAll
  static void generateAndCompile(@TempDir Path folder) throws Exception {
    Path wit = Files.writeString(folder.resolve("rows.wit"), WIT);
    SortedMap<String, String> files =
        new TreeMap<>(Generator.generate(GeneratorOptions.builder(wit).build()).files());
    files.put("Program.java", PROGRAM);
    classes = folder.resolve("classes");
    assertEquals(List.of(), JavaSources.compile(files, classes));
  }

  /** Calls a method of the program. */
  private static Object run(String method, TupleN row) throws Exception {
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        var engine = Engine.create();
        Component component = engine.compileText(COMPONENT)) {
      return loader
          .loadClass("Program")
          .getMethod(method, Component.class, TupleN.class)
          .invoke(null, component, row);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  @Test
  void theyCross() throws Exception {
    assertEquals(9, run("last", NINE));
    assertEquals(9, run("lastGiven", NINE));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 10})
  void argumentsOfAnotherLengthAreRefused(int length) {
    var exception =
        assertThrows(IllegalArgumentException.class, () -> run("last", ofLength(length)));
    assertEquals(
        "last(row): expected a tuple of 9 elements, got one of " + length, exception.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 10})
  void resultsOfAnotherLengthAreRefused(int length) {
    var exception =
        assertThrows(HostFunctionException.class, () -> run("lastGiven", ofLength(length)));
    assertInstanceOf(IllegalArgumentException.class, exception.getCause());
    assertEquals(
        "the result of the host function give: expected a tuple of 9 elements, got one of "
            + length,
        exception.getCause().getMessage());
  }

  private static TupleN ofLength(int length) {
    return new TupleN(Collections.nCopies(length, 1));
  }
}
