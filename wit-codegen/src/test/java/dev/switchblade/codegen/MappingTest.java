package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java that is there already stands in for what would be generated. */
final class MappingTest {

  /** A WIT, and the converters for its types, which need what is generated from it. */
  private static final Path TIME = Path.of("src", "test", "wit-mapping");

  private static final String INSTANT = "acme:time/types.instant";
  private static final String INSTANTS = "java.time.Instant:com.acme.Instants";

  @TempDir private Path folder;

  private Path sources() {
    return folder.resolve("java");
  }

  private SortedMap<String, String> generate(GeneratorOptions.Builder options) throws Exception {
    GeneratedSources generated = Generator.generate(options.build());
    generated.writeTo(sources());
    return generated.files();
  }

  private static GeneratorOptions.Builder time() {
    return GeneratorOptions.builder(TIME.resolve("time.wit"));
  }

  /** Compiles what was generated, with sources written by hand; gives the folder of classes. */
  private Path compile(Path... byHand) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> files = new ArrayList<>(List.of(byHand));
    try (Stream<Path> found = Files.walk(sources())) {
      found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
    }
    Path classes = folder.resolve("classes");
    List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-proc:none"));
    options.addAll(List.of("-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
    var findings = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      assertTrue(
          compiler.getTask(findings, manager, null, options, null, units).call(),
          findings::toString);
    }
    assertEquals("", findings.toString());
    return classes;
  }

  @Test
  void aMappedTypeIsTheClassWhereverItIsUsed() throws Exception {
    SortedMap<String, String> files = generate(time().map(INSTANT, INSTANTS));
    compile(TIME.resolve("com/acme/Instants.java"));
    String alarm = files.get("acme/time/types/Alarm.java");
    assertTrue(
        alarm
            .replaceAll("\\s+", " ")
            .contains("Instant at, Set<Days> repeated, List<Instant> earlier, Optional<Instant>"),
        alarm);
    assertTrue(alarm.contains("\nimport java.time.Instant;\n"), alarm);
    String clock = files.get("acme/time/clock/Clock.java");
    assertTrue(clock.contains("  Instant now();"), clock);
    assertTrue(
        clock.contains(
            "  List<Tuple2<Instant, String>> set(Alarm alarm,"
                + " Tuple2<Instant, Integer> pair);"),
        clock);
    assertTrue(clock.contains("  Map<String, Instant> ask(When when);"), clock);
    assertTrue(clock.contains("\nimport java.time.Instant;\n"), clock);
  }

  /** The converter is made of it. */
  @Test
  void theClassThatItStandsInForIsStillGenerated() throws Exception {
    SortedMap<String, String> files = generate(time().map(INSTANT, INSTANTS));
    assertTrue(files.containsKey("acme/time/types/Instant.java"), files.keySet().toString());
    String codec = files.get("acme/time/types/abi/CodecOfTypes.java");
    assertTrue(codec.contains("storeInstant(ImageWriter image, long at, Instant value)"), codec);
  }

  @Test
  void classesMayBeWithinOthersAndTypesMayBeFlags() throws Exception {
    SortedMap<String, String> files =
        generate(
            time()
                .map("acme:time/types.days", "com.acme.WeekDays.Day:com.acme.WeekDays")
                .map(INSTANT, INSTANTS));
    compile(TIME.resolve("com/acme/Instants.java"), TIME.resolve("com/acme/WeekDays.java"));
    String alarm = files.get("acme/time/types/Alarm.java");
    assertTrue(alarm.contains("WeekDays.Day repeated"), alarm);
  }

  @Test
  void valuesAreConvertedOnTheirWay() throws Exception {
    generate(time().map(INSTANT, INSTANTS));
    Path classes = compile(TIME.resolve("com/acme/Instants.java"));
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        var engine = Engine.create();
        Component component =
            engine.compileText(
                """
                (component
                  (type $instant-here (record (field "seconds" s64) (field "nanoseconds" u32)))
                  (import "acme:time/types" (instance $types
                    (export "instant" (type (eq $instant-here)))))
                  (alias export $types "instant" (type $instant))
                  (core module $m
                    (memory (export "memory") 1)
                    (func (export "later") (param i64 i32 i32) (result i32)
                      (i64.store (i32.const 16)
                        (i64.add (local.get 0) (i64.extend_i32_u (local.get 2))))
                      (i32.store (i32.const 24) (local.get 1))
                      (i32.const 16)))
                  (core instance $m (instantiate $m))
                  (func (export "later")
                    (param "moment" $instant) (param "seconds" u32) (result $instant)
                    (canon lift (core func $m "later") (memory (core memory $m "memory")))))
                """)) {
      Class<?> clock = loader.loadClass("acme.time.clock.Clock");
      Object never =
          Proxy.newProxyInstance(
              loader,
              new Class<?>[] {clock},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });
      Class<?> watch = loader.loadClass("acme.time.Watch");
      Method instantiate = watch.getMethod("instantiate", Component.class, clock);
      try (var instance = (AutoCloseable) instantiate.invoke(null, component, never)) {
        Object later =
            watch
                .getMethod("later", Instant.class, int.class)
                .invoke(instance, Instant.parse("2001-02-03T04:05:06.000000007Z"), 60);
        assertEquals(Instant.parse("2001-02-03T04:06:06.000000007Z"), later);
      }
    }
  }

  /** What another world was generated with, in whichever package. */
  @Test
  void aMappedInterfaceIsThatOfAnotherPackage() throws Exception {
    generate(time().packageName("com.acme.base"));
    GeneratedSources second =
        Generator.generate(
            time()
                .packageName("com.acme.second")
                .map("acme:time/types", "com.acme.base.types")
                .map("acme:time/clock", "com.acme.base.clock")
                .build());
    assertEquals(
        List.of("com/acme/second/Watch.java", "com/acme/second/abi/CodecOfWatch.java"),
        List.copyOf(second.files().keySet()));
    String watch = second.files().get("com/acme/second/Watch.java");
    assertTrue(watch.contains("\nimport com.acme.base.clock.Clock;\n"), watch);
    assertTrue(watch.contains("\nimport com.acme.base.types.Instant;\n"), watch);
    for (Map.Entry<String, String> file : second.files().entrySet()) {
      Path path = sources().resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    compile();
  }

  @Test
  void theVersionOfAMappedInterfaceMayBeNamed() throws Exception {
    Path wit = folder.resolve("versions.wit");
    Files.writeString(
        wit,
        """
        package acme:versions@1.2.3;
        interface numbers { record number { value: u32 } add: func(to: number) -> number; }
        world w { import numbers; }
        """);
    for (String name : List.of("acme:versions/numbers", "acme:versions/numbers@1.2.3")) {
      SortedMap<String, String> files =
          Generator.generate(GeneratorOptions.builder(wit).map(name, "com.acme").build()).files();
      assertTrue(files.get("acme/versions/W.java").contains("import com.acme.Numbers;"), name);
      assertFalse(files.containsKey("acme/versions/numbers/Numbers.java"), name);
    }
    for (String name :
        List.of("acme:versions/numbers.number", "acme:versions/numbers@1.2.3.number")) {
      SortedMap<String, String> files =
          Generator.generate(
                  GeneratorOptions.builder(wit)
                      .map(name, "java.math.BigInteger:com.acme.Numbers")
                      .build())
              .files();
      String numbers = files.get("acme/versions/numbers/Numbers.java");
      assertTrue(numbers.contains("  BigInteger add(BigInteger to);"), numbers);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acme:time/moments | com.acme | there is no acme:time/moments to be mapped in world watch,"
            + " which has the interfaces acme:time/clock, acme:time/types",
        "acme:time/types@1.0.0 | com.acme | there is no acme:time/types@1.0.0 to be mapped in world"
            + " watch, which has the interfaces acme:time/clock, acme:time/types",
        "acme:time/types.day | java.time.DayOfWeek:com.acme.Days | there is no acme:time/types.day"
            + " to be mapped in world watch, which has the interfaces acme:time/clock,"
            + " acme:time/types",
        "acme:time/types.moment | java.time.Instant:com.acme.Instants | acme:time/types.moment"
            + " can't be mapped: only a record, a variant, an enum or flags can be, where it is"
            + " defined",
        "acme:time/clock.instant | java.time.Instant:com.acme.Instants | acme:time/clock.instant"
            + " can't be mapped: only a record, a variant, an enum or flags can be, where it is"
            + " defined",
      })
  void mappingsThatLeadNowhereAreRefused(String wit, String java, String message) {
    GeneratorOptions options = time().map(wit, java).build();
    var exception = assertThrows(GenerationException.class, () -> Generator.generate(options));
    assertEquals(message, exception.getMessage());
  }

  @Test
  void whatIsExportedIsOfItsWorldAlone() throws Exception {
    Path wit = folder.resolve("exports.wit");
    Files.writeString(
        wit,
        """
        package acme:exports;
        interface numbers { resource number; record pair { one: u32 } add: func(to: pair); }
        world w { export numbers; }
        world both { import numbers; export numbers; }
        """);
    for (String world : List.of("w", "both")) {
      GeneratorOptions options =
          GeneratorOptions.builder(wit)
              .world(world)
              .map("acme:exports/numbers", "com.acme")
              .build();
      var exception = assertThrows(GenerationException.class, () -> Generator.generate(options));
      assertEquals(
          "acme:exports/numbers can't be mapped: the world exports it, and its Java is of this"
              + " world alone",
          exception.getMessage());
    }
    GeneratorOptions resource =
        GeneratorOptions.builder(wit)
            .world("both")
            .map("acme:exports/numbers.number", "com.acme.A:com.acme.B")
            .build();
    assertThrows(GenerationException.class, () -> Generator.generate(resource));
  }
}
