package dev.switchblade.codegen;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.switchblade.CompilationException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A command: generates for every world in a folder of WITs, such as the test folders of WIT's own
 * tools; compiles all of it; calls it through forwarders; and prints what passes, and what fails
 * why.
 *
 * <p>Arguments: the folder, and where the figures go as JSON. Each {@code .wit} file and each
 * folder with such files is one input, all features on. An input without a world gets one that
 * imports and exports all its interfaces. The exit code is 1 if anything fails.
 */
public final class CheckAll {

  /** What came of a world, or of an input without any. */
  enum Outcome {
    /** It was generated, compiled, and carried values. */
    PASSED,
    /** It was generated and compiled, but no component could be made of it to call. */
    COMPILED,
    /** There is no world, nor an interface to make one of. */
    NO_WORLD,
    /** The resolver says it is no WIT, with all features and with none. */
    NO_WIT,
    /** The generator says that it can't have this yet. */
    UNSUPPORTED,
    /** The generator broke. */
    NOT_GENERATED,
    /** The compiler has something to say. */
    NOT_COMPILED,
    /** Values did not arrive. */
    NOT_CARRIED;

    boolean isGood() {
      return switch (this) {
        case PASSED, COMPILED, NO_WORLD, NO_WIT, UNSUPPORTED -> true;
        case NOT_GENERATED, NOT_COMPILED, NOT_CARRIED -> false;
      };
    }
  }

  /** A world that is looked at. */
  private static final class Check {
    final String name;
    WitInput input;
    final String javaPackage;
    Outcome outcome = Outcome.PASSED;
    String reason = "";
    SortedMap<String, String> files = new TreeMap<>();

    Check(String name, WitInput input, String javaPackage) {
      this.name = name;
      this.input = input;
      this.javaPackage = javaPackage;
    }

    void end(Outcome ended, Object why) {
      outcome = ended;
      reason = String.valueOf(why).strip();
    }
  }

  private final Path temporary;
  private final List<Check> checks = new ArrayList<>();

  private CheckAll(Path temporary) {
    this.temporary = temporary;
  }

  /** Runs the command. */
  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length < 1 || arguments.length > 2) {
      out.println("usage: CheckAll FOLDER [FIGURES.json]");
      System.exit(2);
    }
    Path temporary = Files.createTempDirectory("check-all");
    boolean good;
    try {
      var all = new CheckAll(temporary);
      all.find(Path.of(arguments[0]));
      all.generate();
      all.compile();
      all.carry();
      good = all.print(out);
      if (arguments.length == 2) {
        all.write(Path.of(arguments[1]));
      }
    } finally {
      try (Stream<Path> files = Files.walk(temporary)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    System.exit(good ? 0 : 1);
  }

  // --- what there is ---

  private void find(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isDirectory(entry)) {
          if (witFiles(entry).isEmpty()) {
            find(entry);
          } else {
            addInput(entry, witFiles(entry));
          }
        } else if (entry.toString().endsWith(".wit")) {
          addInput(entry, List.of(entry));
        }
      }
    }
  }

  private static List<Path> witFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".wit")).sorted().toList();
    }
  }

  private void addInput(Path path, List<Path> files) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(Files.readString(file));
    }
    WitOutline outline = WitOutline.of(texts);
    String name = path.getFileName().toString();
    if (!outline.worlds().isEmpty()) {
      outline.worlds().forEach(world -> add(name + " " + world.replace("%", ""), path, world));
    } else if (outline.interfaces().isEmpty()) {
      add(name, path, "");
    } else {
      add(name + " (all interfaces)", everything(path, outline), "");
    }
  }

  private void add(String name, Path path, String world) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String javaPackage = "checked.n" + checks.size() + "_" + letters;
    checks.add(new Check(name, new WitInput(path, world, List.of(), true, false), javaPackage));
  }

  /** A folder with a world that has all of a package's interfaces on both sides. */
  private Path everything(Path input, WitOutline outline) throws IOException {
    Path root = Files.createDirectory(temporary.resolve("everything" + checks.size()));
    Path dependencies = Files.createDirectory(root.resolve("deps"));
    var text = new StringBuilder("package check-all:check;\nworld everything {\n");
    for (String name : outline.interfaces()) {
      text.append("  import ").append(name).append(";\n");
      text.append("  export ").append(name).append(";\n");
    }
    Files.writeString(root.resolve("everything.wit"), text.append("}\n"));
    if (Files.isDirectory(input)) {
      copy(input, dependencies.resolve("checked"), "deps");
      Path inner = input.resolve("deps");
      if (Files.isDirectory(inner)) {
        copy(inner, dependencies, "");
      }
    } else {
      Files.copy(input, dependencies.resolve("checked.wit"));
    }
    return root;
  }

  private static void copy(Path from, Path to, String without) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (without.isEmpty() || !relative.startsWith(without)) {
          Path target = to.resolve(relative.toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }

  // --- what comes of it ---

  private void generate() {
    for (Check check : checks) {
      generate(check);
      if (check.outcome == Outcome.NO_WIT) {
        // Some features exclude each other.
        String reason = check.reason;
        check.input =
            new WitInput(check.input.path(), check.input.world(), List.of(), false, false);
        generate(check);
        check.reason = check.outcome == Outcome.NO_WIT ? reason : check.reason;
      }
    }
  }

  private static void generate(Check check) {
    try {
      var options = check.input.options().packageName(check.javaPackage);
      check.files = Generator.generate(options.build()).files();
      check.end(Outcome.PASSED, "");
    } catch (GenerationException e) {
      boolean rejected = e.getCause() instanceof CompilationException;
      String message = String.valueOf(e.getMessage());
      Outcome refused = message.contains("contains no worlds") ? Outcome.NO_WORLD : Outcome.NO_WIT;
      check.end(rejected ? refused : Outcome.UNSUPPORTED, message);
    } catch (RuntimeException | StackOverflowError e) {
      check.end(Outcome.NOT_GENERATED, e + " at " + List.of(e.getStackTrace()).getFirst());
    }
  }

  /** Errors of one file may hide those of others: so all is compiled again without them. */
  private void compile() throws IOException {
    boolean again = true;
    while (again) {
      again = false;
      SortedMap<String, String> files = new TreeMap<>();
      checks.stream().filter(CheckAll::isPassing).forEach(check -> files.putAll(check.files));
      List<JavaSources.Finding> findings = JavaSources.compile(files, classes());
      for (Check check : checks) {
        if (isPassing(check)) {
          List<JavaSources.Finding> own =
              findings.stream().filter(one -> check.files.containsKey(one.file())).toList();
          if (!own.isEmpty()) {
            check.end(
                Outcome.NOT_COMPILED,
                String.join("\n", own.stream().map(String::valueOf).toList()));
            again = true;
          }
        }
      }
    }
  }

  private static boolean isPassing(Check check) {
    return check.outcome == Outcome.PASSED;
  }

  private Path classes() {
    return temporary.resolve("classes");
  }

  private void carry() throws IOException {
    try (var loader = new URLClassLoader(new URL[] {classes().toUri().toURL()})) {
      for (Check check : checks) {
        if (isPassing(check)) {
          carry(check, loader);
        }
      }
    }
  }

  private static void carry(Check check, ClassLoader loader) {
    Forwarder forwarder;
    try {
      forwarder = Forwarder.of(check.input);
    } catch (IOException e) {
      check.end(Outcome.COMPILED, e.getMessage());
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    try {
      var trip =
          new RoundTrip(check.input, loader, RoundTrip.worldClass(check.files), forwarder, 1);
      trip.run();
      if (!trip.uncallable().isEmpty()) {
        check.reason = "nothing gives the resource that is needed to call " + trip.uncallable();
      }
    } catch (CompilationException e) {
      check.end(Outcome.COMPILED, e.getMessage());
    } catch (InvocationTargetException e) {
      check.end(Outcome.NOT_CARRIED, e.getCause());
    } catch (Exception | AssertionError | StackOverflowError e) {
      check.end(Outcome.NOT_CARRIED, e);
    }
  }

  // --- what is said ---

  private boolean print(PrintStream out) {
    for (Check check : checks) {
      out.println(check.outcome + "  " + check.name);
      if (!check.reason.isEmpty()) {
        out.println(check.reason.indent(4).stripTrailing());
      }
    }
    out.println();
    counts().forEach((outcome, count) -> out.println(outcome + ": " + count));
    return checks.stream().allMatch(check -> check.outcome.isGood());
  }

  private Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    checks.forEach(check -> counts.merge(check.outcome, 1, Integer::sum));
    return counts;
  }

  private void write(Path file) {
    List<Map<String, Object>> worlds = new ArrayList<>();
    for (Check check : checks) {
      Map<String, Object> world = new LinkedHashMap<>();
      world.put("name", check.name);
      world.put("outcome", check.outcome);
      world.put("reason", check.reason);
      worlds.add(world);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("counts", counts());
    all.put("worlds", worlds);
    try {
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
