package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What there is no Java for yet is named, each with its place in the WIT, and stops it all. */
final class UnsupportedTest {

  @TempDir private Path folder;
  private Path wit;

  @BeforeEach
  void name() {
    wit = folder.resolve("world.wit");
  }

  private String refused(String text) throws IOException {
    Files.writeString(wit, text);
    var options = GeneratorOptions.builder(wit).build();
    return assertThrows(GenerationException.class, () -> Generator.generate(options)).getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "async func()                                   | is async",
        "func(x: future<u32>)                           | has a future",
        "func() -> stream<u8>                           | has a stream",
        "func() -> future                               | has a future",
        "func(x: error-context)                         | has an error-context",
        "func(x: list<option<tuple<u8, stream<u8>>>>)   | has a stream",
        "func() -> result<u8, error-context>            | has an error-context",
        "func() -> result<future<string>>               | has a future",
      })
  void aFunctionIsNamedWithItsPlace(String type, String complaint) throws IOException {
    String message =
        refused("package a:b;\n\nworld w {\n  export  wait-for: %s;\n}\n".formatted(type));
    assertEquals(
        String.join(
            "\n",
            "the function wait-for " + complaint + ", for which there is no Java yet",
            "     --> " + wit + ":4:11",
            "      |",
            "    4 |   export  wait-for: " + type + ";",
            "      |           ^"),
        message);
  }

  @Test
  void eachFunctionIsNamedOnce() throws IOException {
    String message =
        refused(
            """
            package acme:news@1.0.0;

            interface feeds {
              resource feed {
                next: async func() -> string;
                fine: func() -> string;
                all: static func() -> stream<string>;
              }
              read: func(one: stream<u8>, other: stream<u8>);
            }

            interface archive {
              use feeds.{feed};
              restore: async func(f: borrow<feed>) -> u32;
              record chapter { text: future<string>, number: u32 }
            }

            world news {
              import feeds;
              import now: async func() -> u64;
              export archive;
              export feeds;
            }
            """);
    for (String what :
        new String[] {
          "the function acme:news/feeds@1.0.0#[method]feed.next is async, for which",
          "the function acme:news/feeds@1.0.0#[static]feed.all has a stream, for which",
          "the function acme:news/feeds@1.0.0#read has a stream, for which",
          "the function now is async, for which",
          "the function acme:news/archive@1.0.0#restore is async, for which",
          "the type acme:news/archive@1.0.0#chapter has a future, for which",
          wit + ":5:5\n",
          wit + ":7:5\n",
          wit + ":9:3\n",
          wit + ":14:3\n",
          wit + ":15:10\n",
          wit + ":20:10\n",
        }) {
      int at = message.indexOf(what);
      assertTrue(at >= 0, what + " in\n" + message);
      assertFalse(message.indexOf(what, at + 1) >= 0, "twice: " + what + " in\n" + message);
    }
    assertFalse(message.contains("fine"), message);
    assertEquals(6, message.split("\n\n").length, message);
  }

  @Test
  void nothingIsWritten() throws IOException {
    Files.writeString(wit, "package a:b;\nworld w { export f: async func(); export g: func(); }\n");
    Path output = folder.resolve("java");
    int exitCode =
        Bindgen.commandLine()
            .setErr(new java.io.PrintWriter(new java.io.StringWriter()))
            .execute("-o", output.toString(), wit.toString());
    assertEquals(3, exitCode);
    assertFalse(Files.exists(output));
  }

  /** What another world of the package has stands in nobody's way. */
  @Test
  void otherWorldsMayHaveIt() throws IOException {
    Files.writeString(
        wit, "package a:b;\nworld w { export f: async func(); }\nworld v { export f: func(); }\n");
    GeneratedSources sources = Generator.generate(GeneratorOptions.builder(wit).world("v").build());
    assertTrue(sources.files().containsKey("a/b/V.java"), sources.files().keySet().toString());
  }

  @Test
  void flagsHaveAtMost32Labels() throws IOException {
    var labels = new StringBuilder("l0");
    for (int i = 1; i < 33; i++) {
      labels.append(", l").append(i);
    }
    String message =
        refused(
            "package a:b;\ninterface i {\n  flags many { %s }\n}\nworld w { import i; }\n"
                .formatted(labels));
    assertTrue(message.contains("the flags a:b/i#many have 33 labels"), message);
    assertTrue(message.contains(wit + ":3:"), message);
  }
}
