package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Worlds as large as class files can be compile, and carry values; what is larger is refused, with
 * its name, its place and a way out.
 */
final class ClassLimitsTest {

  @TempDir private Path folder;

  private static String many(int count, String separator, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(separator));
  }

  private static String fields(int count, String type) {
    return many(count, ", ", i -> "c" + i + ": " + type);
  }

  private static String both(String items) {
    return "interface big {\n" + items + "\n}\nworld w { import big; export big; }\n";
  }

  private static String record(int fields, String type) {
    return both("record row { %s }\nput: func(row: row) -> row;".formatted(fields(fields, type)));
  }

  private static String function(int parameters, String type, String result) {
    return both("put: func(%s) -> %s;".formatted(fields(parameters, type), result));
  }

  private static String enumeration(int cases) {
    return both("enum e { %s }\nput: func(x: e) -> e;".formatted(many(cases, ", ", i -> "c" + i)));
  }

  private static String variant(int cases, String payload) {
    return both(
        "variant v { %s }\nput: func(x: v) -> v;"
            .formatted(many(cases, ", ", i -> "c" + i + (i % 3 == 0 ? "" : "(" + payload + ")"))));
  }

  private static String tuple(int elements, String type) {
    String tuple = "tuple<" + many(elements, ", ", i -> type) + ">";
    return both("put: func(x: %s) -> %s;\n".formatted(tuple, tuple));
  }

  private static String functions(int count) {
    return both(many(count, "\n", i -> "fn" + i + ": func(a: u32, b: string) -> string;"));
  }

  private static String records(int count, int fields) {
    return both(
        many(count, "\n", i -> "record r%d { %s }".formatted(i, fields(fields, "string")))
            + "\nput: func(x: r0) -> r"
            + (count - 1)
            + ";");
  }

  private static String enums(int count) {
    return both(
        many(count, "\n", i -> "enum e" + i + " { a, b, c, d, e, f, g, h }")
            + "\nput: func(x: e0) -> e1;");
  }

  private static String resources(int count) {
    return both(
        many(
            count,
            "\n",
            i -> "resource r" + i + " { constructor(); get: func() -> u8; all: static func(); }"));
  }

  private static String interfaces(int count) {
    return many(count, "\n", i -> "interface i" + i + " { put: func(x: u32) -> u32; }")
        + "\nworld w {\n"
        + many(count, "\n", i -> "import i" + i + ";")
        + "\nexport i0;\n}\n";
  }

  private static String ofWorld(int count) {
    return "world w {\n"
        + many(
            count,
            "\n",
            i -> "import fn%d: func() -> u32; export fn%d: func() -> u32;".formatted(i, i))
        + "\n}\n";
  }

  private WitInput input(String wit) throws IOException {
    Path file = Files.writeString(folder.resolve("big.wit"), "package acme:big;\n" + wit);
    return new WitInput(file, "", List.of(), false, false);
  }

  static Stream<Arguments> large() {
    return Stream.of(
        arguments("a record of as many fields as a constructor has parameters", record(254, "u32")),
        arguments("a record of half as many, which are two", record(127, "u64")),
        arguments("a record that compares its arrays", record(254, "list<u8>")),
        arguments("a function of as many parameters as a method has", function(254, "u32", "u32")),
        arguments("a function of half as many, which are two", function(127, "f64", "f64")),
        arguments("a function that has no room for a visitor", function(254, "u32", "list<u8>")),
        arguments("an enum with as many cases as javac has room for", enumeration(4000)),
        arguments("a variant with as many cases", variant(4000, "u32")),
        arguments("a variant that is more than one method", variant(200, "tuple<u8, string, u8>")),
        arguments("a tuple that fills a method", tuple(1400, "u32")),
        arguments("an interface of many functions", functions(1000)),
        arguments("an interface of many records", records(700, 12)),
        arguments("an interface of many enums", enums(700)),
        arguments("an interface of many resources", resources(300)),
        arguments("a world of more interfaces than a method has parameters", interfaces(255)),
        arguments("a world of many functions", ofWorld(1000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  void whatFitsCompilesAndCarriesValues(String name, String wit) throws Exception {
    WitInput input = input(wit);
    SortedMap<String, String> files = Generator.generate(input.options().build()).files();
    Path classes = folder.resolve("classes");
    assertEquals(List.of(), JavaSources.compile(files, classes), name);
    if (Forwarder.isAvailable()) {
      Forwarder forwarder = Forwarder.of(input);
      try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
        var trip =
            new RoundTrip(input, loader, RoundTrip.worldClass(files), forwarder, /* seed= */ 7);
        trip.run();
        assertEquals(List.of(), trip.uncallable());
      }
    }
  }

  private static final String RECORD = "make a record of some of them";

  static Stream<Arguments> tooLarge() {
    String constructor = ", and a constructor in Java has at most 254: " + RECORD;
    String method = ", and a method in Java has at most 254: " + RECORD;
    String two = " (u64, s64 and f64 are two)";
    String room = "more than a class in Java has room for: make several of it";
    return Stream.of(
        arguments(record(255, "u32"), "the record acme:big/big#row has 255 fields" + constructor),
        arguments(
            record(128, "u64"),
            "the record acme:big/big#row has 128 fields, which count as 256" + two + constructor),
        arguments(
            record(128, "f64"),
            "the record acme:big/big#row has 128 fields, which count as 256" + two + constructor),
        arguments(
            function(255, "string", "u32"),
            "the function acme:big/big#put has 255 parameters" + method),
        arguments(
            function(128, "s64", "u32"),
            "the function acme:big/big#put has 128 parameters, which count as 256" + two + method),
        arguments(
            enumeration(4001),
            "the enum acme:big/big#e has 4001 cases, and Java has room for 4000: make a number of"
                + " it"),
        arguments(
            variant(4001, "u32"),
            "the variant acme:big/big#v has 4001 cases, and Java has room for 4000: make a variant"
                + " of some of them"),
        arguments(
            variant(1500, "tuple<u8, u8, u8, u8, u8>"),
            "the variant acme:big/big#v takes more code for its tuples than a method in Java has"
                + " room for: make records of them"),
        arguments(
            record(250, "tuple<" + many(100, ", ", i -> "u8") + ">"),
            "the record acme:big/big#row takes more code for its tuples than a method in Java has"
                + " room for: make records of them"),
        arguments(
            tuple(1500, "u32"),
            "the function acme:big/big#put takes more code for its tuples than a method in Java has"
                + " room for: make records of them"),
        arguments(
            both("put: func(x: list<option<tuple<" + many(3000, ", ", i -> "u8") + ">>>);"),
            "the function acme:big/big#put takes more code for its tuples than a method in Java has"
                + " room for: make records of them"),
        arguments(
            functions(5000), "the interface acme:big/big has 0 types and 5000 functions, " + room),
        arguments(
            records(3000, 12),
            "the interface acme:big/big has 3000 types and 1 functions, " + room),
        arguments(
            ofWorld(4000), "the world w imports 4000 items and exports 4000 functions, " + room));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("tooLarge")
  void whatDoesNotIsRefused(String wit, String complaint) throws IOException {
    WitInput input = input(wit);
    var exception =
        assertThrows(GenerationException.class, () -> Generator.generate(input.options().build()));
    String message = String.valueOf(exception.getMessage());
    assertTrue(message.startsWith(complaint + "\n     --> " + input.path() + ":"), message);
    assertTrue(message.lines().allMatch(line -> line.length() < 250), message);
    assertFalse(message.contains("\n\n"), "twice: " + message);
  }

  /** What is wrong is told at once, not one by one. */
  @Test
  void allThatIsTooLargeIsNamed() throws IOException {
    String wit =
        both(
            "record a { %s }\nrecord b { %s }\nput: func(%s);"
                .formatted(fields(300, "u8"), fields(301, "u8"), fields(302, "u8")));
    WitInput input = input(wit);
    var exception =
        assertThrows(GenerationException.class, () -> Generator.generate(input.options().build()));
    assertEquals(3, String.valueOf(exception.getMessage()).split("\n\n").length);
  }
}
