package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is generated from small WITs is what is expected, compiles without a warning, and carries
 * values there and back.
 *
 * <p>{@code -Dgoldens.update=true} expects what is generated now.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class GoldensTest {

  private static final boolean UPDATE = Boolean.getBoolean("goldens.update");

  /** The seed of all values; every run has the same. */
  private static final long SEED = Long.getLong("goldens.seed", 7);

  /** Of the whole class. */
  private Path folder = Path.of("");

  private final Map<Golden, SortedMap<String, String>> generated = new HashMap<>();
  private final Map<Golden, RuntimeException> failures = new HashMap<>();

  /** All of them are compiled at once, each in its own Java package. */
  private List<JavaSources.Finding> findings = List.of();

  private List<JavaSources.Finding> findingsInModules = List.of();

  private List<Golden> goldens = List.of();

  @BeforeAll
  void generateAndCompile(@TempDir Path temporary) throws Exception {
    folder = temporary;
    goldens = Golden.all();
    SortedMap<String, String> all = new TreeMap<>();
    SortedMap<String, SortedMap<String, String>> modules = new TreeMap<>();
    for (Golden golden : goldens) {
      try {
        generated.put(golden, golden.generate());
      } catch (RuntimeException e) {
        failures.put(golden, e);
        continue;
      }
      all.putAll(generated.get(golden));
      modules.put(module(golden), generated.get(golden));
    }
    findings = JavaSources.compile(all, classes());
    findingsInModules =
        JavaSources.compileModules(modules, folder.resolve("sources"), folder.resolve("modules"));
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  private SortedMap<String, String> generated(Golden golden) {
    if (failures.containsKey(golden)) {
      throw failures.get(golden);
    }
    return generated.get(golden);
  }

  @TestFactory
  Stream<DynamicContainer> everyGolden() {
    return goldens.stream()
        .map(
            golden ->
                DynamicContainer.dynamicContainer(
                    golden.name(),
                    Stream.of(
                        DynamicTest.dynamicTest("is as expected", () -> isAsExpected(golden)),
                        DynamicTest.dynamicTest("compiles", () -> compiles(golden)),
                        DynamicTest.dynamicTest(
                            "compiles as a module", () -> compilesAsModule(golden)),
                        DynamicTest.dynamicTest("carries values", () -> carriesValues(golden)))));
  }

  private void isAsExpected(Golden golden) throws Exception {
    SortedMap<String, String> files = generated(golden);
    if (UPDATE) {
      golden.expect(files);
    }
    SortedMap<String, String> expected = golden.expected();
    assertEquals(expected.keySet(), files.keySet());
    expected.forEach((path, text) -> assertEquals(text, files.get(path), path));
    var inLowerCase = new TreeSet<String>();
    files.keySet().forEach(path -> inLowerCase.add(path.toLowerCase(Locale.ROOT)));
    assertEquals(
        inLowerCase.size(), files.size(), "files of one name where case doesn't count: " + files);
  }

  private void compiles(Golden golden) {
    SortedMap<String, String> files = generated(golden);
    var own = new ArrayList<JavaSources.Finding>();
    for (JavaSources.Finding finding : findings) {
      if (files.containsKey(finding.file())) {
        own.add(finding);
      }
    }
    assertEquals(List.of(), own);
  }

  private void compilesAsModule(Golden golden) {
    generated(golden);
    assertEquals(
        List.of(),
        findingsInModules.stream()
            .filter(finding -> finding.file().startsWith(module(golden) + "/"))
            .toList());
  }

  /** A module's name may neither begin nor end with a digit. */
  private static String module(Golden golden) {
    return "golden_" + golden.name().replace('-', '_') + "_world";
  }

  private void carriesValues(Golden golden) throws Exception {
    assumeTrue(
        Forwarder.isAvailable(),
        "there is no forwarder: build with cargo, or -Dwit.forwarder=PATH");
    String world = RoundTrip.worldClass(generated(golden));
    Forwarder forwarder = Forwarder.of(golden.input());
    try (var loader = new URLClassLoader(new URL[] {classes().toUri().toURL()})) {
      var trip = new RoundTrip(golden.input(), loader, world, forwarder, SEED);
      RoundTrip.Count count = trip.run();
      // Where nothing is imported, there is nobody to make a resource.
      trip.uncallable().removeAll(forwarder.unreachable());
      assertEquals(List.of(), trip.uncallable());
      boolean inPlace =
          generated(golden).values().stream()
              .anyMatch(text -> text.matches("(?s).*(MemorySegment|ListVisitor).*"));
      assertEquals(inPlace, count.callsInPlace() > 0, count.toString());
    }
  }

  @Test
  void javacFindsNothingBeyondTheFiles() {
    var rest = new ArrayList<JavaSources.Finding>();
    rest.addAll(findings);
    rest.addAll(findingsInModules);
    rest.removeIf(finding -> !finding.file().isEmpty());
    // That -Werror makes an error of warnings is told of no file.
    rest.removeIf(finding -> finding.text().contains("-Werror"));
    assertEquals(List.of(), rest);
  }

  @Test
  void thereIsOneForEachFeature() {
    assertTrue(goldens.size() >= 60, () -> goldens.size() + " goldens");
  }
}
