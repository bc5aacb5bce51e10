package dev.switchblade.tests.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.switchblade.bindings.NativeLibrary;
import dev.switchblade.codegen.Generator;
import dev.switchblade.codegen.GeneratorOptions;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that runs on a JVM does nothing that {@code native-image} wasn't told of: {@code
 * examples/native-image}, as it is in the repository.
 */
final class TracingTest {

  private static final Path EXAMPLE = Path.of("../examples/native-image/src/main");
  private static final String PROGRAM = "com.example.till.Main";

  @TempDir private Path folder;

  @Test
  void whatAProgramDoesIsInTheMetadata() throws Exception {
    String classPath = compiledExample() + File.pathSeparator + classPath();

    var fromPlatformJar = run("-cp", classPath);
    // Asks a library that the user names for its version, by a call that is made nowhere else.
    var fromFile = run("-cp", classPath, "-Dswitchblade.native.path=" + NativeLibrary.location());

    var accesses = new TreeSet<String>();
    var downcalls = new TreeSet<String>();
    var upcalls = new TreeSet<String>();
    String file = metadata();
    for (var access : Stream.concat(fromPlatformJar.stream(), fromFile.stream()).toList()) {
      accesses.add(access.target());
      String entry = entryOf(access);
      if (access.target().equals("Linker.downcallHandle")) {
        downcalls.add(entry);
      } else if (access.target().equals("Linker.upcallStub")) {
        upcalls.add(entry);
      }
      assertTrue(entry.isEmpty() || file.contains(entry), () -> entry + " is needed for " + access);
    }
    assertEquals(
        Set.of(
            "ClassLoader.getResource",
            "Linker.downcallHandle",
            "Linker.upcallStub",
            "Lookup.findVarHandle",
            "Lookup.findVirtual"),
        accesses,
        "the trace has lost something, or the program does something new");
    var needed = ReachabilityMetadata.of(placeOf(NativeLibrary.class));
    assertEquals(needed.upcalls, upcalls);
    // Deletes an error that could not be told, which no program can bring about.
    downcalls.add(ReachabilityMetadata.call("void", List.of(MemorySegment.class.getName())));
    assertEquals(needed.downcalls, downcalls);
  }

  private Set<TracedJvm.Access> run(String... options) throws Exception {
    var trace = TracedJvm.run(folder, List.of(options), PROGRAM);
    assertEquals(
        """
        guest: an item is rung up
        total: 2598
        share: 1299
        trap: INTEGER_DIVISION_BY_ZERO
        runs on %s\
        """
            .formatted(System.getProperty("java.vm.name")),
        trace.output());
    assertEquals(0, trace.exitCode());
    return trace.accesses();
  }

  // ---- the program

  /** Generates and compiles what the example's POM does. */
  private Path compiledExample() throws Exception {
    Path generated = folder.resolve("generated");
    Generator.generate(GeneratorOptions.builder(EXAMPLE.resolve("wit")).build()).writeTo(generated);
    Path classes = folder.resolve("classes");
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", classPath()));
    for (Path sources : List.of(generated, EXAMPLE.resolve("java"))) {
      try (var files = Files.walk(sources)) {
        files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
      }
    }
    var output = new StringWriter();
    var writer = new PrintWriter(output);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(writer, writer, arguments.toArray(String[]::new));
    assertEquals(0, code, output::toString);
    String text = "com/example/till/till.wat";
    Files.copy(EXAMPLE.resolve("resources").resolve(text), classes.resolve(text));
    return classes;
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static Path placeOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  // ---- the entries that it needs

  private static String metadata() throws Exception {
    return ReachabilityMetadata.textOf(ReachabilityMetadata.name("switchblade-bindings"))
        + ReachabilityMetadata.textOf(ReachabilityMetadata.name("switchblade"));
  }

  private static String entryOf(TracedJvm.Access access) {
    List<String> arguments = access.arguments();
    return switch (access.target()) {
      // Symbol or target, descriptor, arena for an upcall, options.
      case "Linker.downcallHandle", "Linker.upcallStub" -> callOf(access);
      case "Lookup.findVirtual" -> {
        List<String> types = types(arguments.get(2));
        yield ReachabilityMetadata.method(
            arguments.get(0), arguments.get(1), types.subList(0, types.size() - 1));
      }
      case "Lookup.findVarHandle" -> ReachabilityMetadata.field(arguments.get(0), arguments.get(1));
      case "ClassLoader.getResource" -> {
        String name = arguments.getFirst();
        yield ReachabilityMetadata.glob(
            name.replaceFirst("^META-INF/native/[^/]+/", "META-INF/native/*/"));
      }
      default -> fail("what is needed for " + access + "?");
    };
  }

  private static String callOf(TracedJvm.Access access) {
    assertEquals("()", access.arguments().getLast(), "an option, which the entry has to name");
    List<String> types = types(access.arguments().get(1));
    return ReachabilityMetadata.call(types.getLast(), types.subList(0, types.size() - 1));
  }

  /** The types of a function's parameters, and last that of its result. */
  private static List<String> types(String function) {
    assertTrue(function.matches("\\(.*\\)[^)]+"), function);
    return Stream.of(function.split("[(), ]+")).filter(name -> !name.isEmpty()).toList();
  }
}
