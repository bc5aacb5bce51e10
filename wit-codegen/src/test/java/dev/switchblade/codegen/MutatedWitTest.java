package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever a WIT file says, the generator makes Java of it or says what is wrong with it: it
 * neither panics nor goes on without an end.
 *
 * <p>{@code -Dmutations=100000} tries more than usual, {@code -Dmutations.seed=N} others.
 */
final class MutatedWitTest {

  private static final int COUNT = Integer.getInteger("mutations", 1500);
  private static final long SEED = Long.getLong("mutations.seed", 7);

  private static final Pattern TOKENS =
      Pattern.compile("///?[^\n]*\n|->|%?[a-zA-Z0-9-]+|\\s+|.", Pattern.DOTALL);

  /** What mutations put where something else was. */
  private static final List<String> WORDS =
      List.of(
          "interface",
          "world",
          "package",
          "import",
          "export",
          "include",
          "with",
          "use",
          "as",
          "func",
          "async",
          "static",
          "constructor",
          "record",
          "variant",
          "enum",
          "flags",
          "resource",
          "type",
          "tuple",
          "list",
          "map",
          "option",
          "result",
          "future",
          "stream",
          "error-context",
          "own",
          "borrow",
          "u8",
          "u64",
          "string",
          "_",
          "0",
          "1",
          "4294967295",
          "4294967296",
          "65535",
          "@since",
          "@unstable",
          "@deprecated",
          "(",
          ")",
          "<",
          ">",
          "{",
          "}",
          ",",
          ";",
          ":",
          "=",
          ".",
          "@",
          "/",
          "->",
          "-",
          "\0",
          "\u202e",
          "\uFEFF",
          "\"",
          "//",
          "/*",
          "*/",
          "%",
          "a--b",
          "A",
          "é");

  @TempDir private Path folder;

  private static List<String> tokens(String text) {
    return TOKENS.matcher(text).results().map(MatchResult::group).toList();
  }

  /** The texts of the goldens. */
  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("goldens.folder")), 2)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".wit")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static String mutated(List<String> tokens, List<String> others, Random random) {
    List<String> result = new ArrayList<>(tokens);
    for (int i = 1 + random.nextInt(4); i > 0 && !result.isEmpty(); i--) {
      int at = random.nextInt(result.size());
      int end = Math.min(result.size(), at + 1 + random.nextInt(12));
      switch (random.nextInt(7)) {
        case 0 -> result.subList(at, end).clear();
        case 1 -> result.addAll(at, List.copyOf(result.subList(at, end)));
        case 2 -> result.set(at, WORDS.get(random.nextInt(WORDS.size())));
        case 3 -> result.add(at, WORDS.get(random.nextInt(WORDS.size())));
        case 4 -> result.set(at, result.get(random.nextInt(result.size())));
        case 5 -> result.set(at, others.get(random.nextInt(others.size())));
        default -> result.subList(random.nextInt(result.size()), result.size()).clear();
      }
    }
    return String.join("", result);
  }

  /** Generates, or is told why not. */
  private void isTakenOrRefused(String text) throws IOException {
    isTakenOrRefused("mutated.wit", text);
  }

  private void isTakenOrRefused(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    try {
      Generator.generate(GeneratorOptions.builder(file).allFeatures(true).build());
    } catch (GenerationException e) {
      String message = String.valueOf(e.getMessage());
      assertFalse(message.isBlank(), () -> "nothing is said of\n" + text);
      // wit-parser panics at some components that no toolchain writes; the place is said.
      assertFalse(
          message.contains("bug in the native library") && !message.contains("/wit-parser-"),
          () -> message + "\n\n" + text);
    } catch (RuntimeException | Error e) {
      fail("at\n" + text, e);
    }
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void eachIsTakenOrRefused() throws IOException {
    List<String> texts = texts();
    List<String> all = tokens(String.join("", texts));
    var random = new Random(SEED);
    for (int i = 0; i < COUNT; i++) {
      isTakenOrRefused(mutated(tokens(texts.get(random.nextInt(texts.size()))), all, random));
    }
  }

  /**
   * Components in which what is imported, aliased and exported are the same types and instances.
   */
  private static final String COMPONENTS =
      """
      (component
        (import "a:b/c" (instance $s
          (type $r (record (field "a" u32)))
          (export "point" (type $p (eq $r)))
          (export "f" (func (param "x" $p) (result $p)))))
        (alias export $s "point" (type $q))
        (alias export $s "f" (func $g))
        (import "a:b/d" (instance $d
          (alias outer 1 $q (type $pp))
          (export "point" (type $q (eq $pp)))
          (export "box" (type $box (sub resource)))
          (export "[constructor]box" (func (param "x" $q) (result (own $box))))))
        (import "f" (func $f (param "x" u32) (result (list u8))))
        (component $c
          (import "x" (func $f (param "x" u32) (result (list u8))))
          (instance $i (export "f" (func $f)))
          (export "a:b/e" (instance $i)))
        (instance $j (instantiate $c (with "x" (func $f))))
        (alias export $j "a:b/e" (instance $k))
        (instance $l (export "f" (func $f)))
        (export "a:b/e" (instance $k))
        (export "a:b/l" (instance $l))
        (export "f" (func $f))
        (export "g" (func $g)))
      """;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void eachComponentIsTakenOrRefused() throws IOException {
    List<String> tokens = tokens(COMPONENTS);
    var random = new Random(SEED);
    for (int i = 0; i < 5 * COUNT; i++) {
      isTakenOrRefused("mutated.wat", mutated(tokens, tokens, random));
    }
  }

  @Test
  void aComponentThatExportsWhatItImportsIsNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("again.wat"),
            """
            (component
              (import "acme:geo/shapes" (instance $s
                (type $r (record (field "a" u32)))
                (export "point" (type $p (eq $r)))))
              (export "acme:geo/shapes" (instance $s)))
            """);
    var options = GeneratorOptions.builder(file).build();
    var exception = assertThrows(GenerationException.class, () -> Generator.generate(options));
    assertEquals(
        file
            + ": its WIT can't be told: it exports the instance acme:geo/shapes that it imports."
            + " Wasmtime doesn't run such components either",
        exception.getMessage());
  }

  /** What repeats a part of WIT as often as nobody would. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type t = | list<    | u8  | >  | ;",
        "type t = | option<  | u8  | >  | ;",
        "type t = | tuple<u8, list< | u8 | >> | ;",
        "record r { a: | result<_, | u8 | > | }",
        "f: func(x: | option< | u8 | > | );",
        "type t = | list< | '' | '' | ''",
        "         | use a. | '' | '' | ''",
        "         | {    | ''  | '' | ''",
        "         | /*   | ''  | '' | ''",
        "         | @since(version = 1.0.0) | f: func(); | '' | ''",
        "         | ///  | ''  | '' | ''",
        "f: func( | a,   | ''  | '' | );",
        "enum e { | a,   | ''  | '' | }",
      })
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void nestedAndRepeated(String begin, String open, String inside, String close, String end)
      throws IOException {
    for (int count : new int[] {50, 99, 100, 101, 1_000, 100_000}) {
      isTakenOrRefused(
          "package a:b;\ninterface i {\n"
              + (begin == null ? "" : begin)
              + open.repeat(count)
              + inside
              + close.repeat(count)
              + end
              + "\n}\nworld w { import i; export i; }\n");
    }
  }
}
