package dev.switchblade.codegen;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles Java that is in memory, as strictly as javac can. */
final class JavaSources {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** What generated code needs of its reader. */
  private static final Set<String> MODULES =
      Set.of("dev.switchblade", "dev.switchblade.bindings", "org.jspecify");

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private static final String MODULE_PATH =
      Stream.of(CLASS_PATH.split(File.pathSeparator))
          .filter(JavaSources::isNeededModule)
          .collect(Collectors.joining(File.pathSeparator));

  private JavaSources() {}

  private static boolean isNeededModule(String entry) {
    return ModuleFinder.of(Path.of(entry)).findAll().stream()
        .anyMatch(module -> MODULES.contains(module.descriptor().name()));
  }

  /**
   * A finding of the compiler.
   *
   * @param file the path that the source was given under; empty if it is of none
   * @param line from 1
   * @param text its message
   */
  record Finding(String file, long line, String text) {
    private static Finding of(Diagnostic<? extends JavaFileObject> diagnostic) {
      JavaFileObject source = diagnostic.getSource();
      return new Finding(
          source == null ? "" : source.getName(),
          diagnostic.getLineNumber(),
          diagnostic.getKind() + ": " + diagnostic.getMessage(Locale.ROOT));
    }

    /** The same, its file as it is called below a folder. */
    private Finding below(Path folder) {
      return file.isEmpty()
          ? this
          : new Finding(folder.relativize(Path.of(file)).toString().replace('\\', '/'), line, text);
    }

    @Override
    public String toString() {
      return file + ":" + line + ": " + text;
    }
  }

  /** Compiles on the class path, into a folder; gives what there is to say. */
  static List<Finding> compile(Map<String, String> files, Path output) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    files.forEach((path, text) -> sources.add(new Source(path, text)));
    return run(_ -> sources, output, List.of("--class-path", CLASS_PATH));
  }

  /**
   * Compiles modules, each of which exports all its packages, into a folder.
   *
   * @param modules their files, by their names
   * @param folder where the sources are put: javac tells from there which file is of which module
   */
  static List<Finding> compileModules(
      Map<String, ? extends Map<String, String>> modules, Path folder, Path output)
      throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (var module : modules.entrySet()) {
      var descriptor = new StringBuilder("module " + module.getKey() + " {\n");
      descriptor.append(
          "  requires transitive dev.switchblade;\n  requires static org.jspecify;\n");
      module.getValue().keySet().stream()
          .map(file -> file.substring(0, file.lastIndexOf('/')).replace('/', '.'))
          .distinct()
          .forEach(name -> descriptor.append("  exports ").append(name).append(";\n"));
      all.put(module.getKey() + "/module-info.java", descriptor.append("}\n").toString());
      module.getValue().forEach((path, text) -> all.put(module.getKey() + "/" + path, text));
    }
    List<Path> files = new ArrayList<>();
    for (var file : all.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      files.add(Files.writeString(path, file.getValue()));
    }
    List<String> paths =
        List.of("--module-path", MODULE_PATH, "--module-source-path", folder.toString());
    return run(manager -> manager.getJavaFileObjectsFromPaths(files), output, paths).stream()
        .map(finding -> finding.below(folder))
        .toList();
  }

  private static List<Finding> run(
      Function<StandardJavaFileManager, Iterable<? extends JavaFileObject>> sources,
      Path output,
      List<String> paths)
      throws IOException {
    Files.createDirectories(output);
    var findings = new DiagnosticCollector<JavaFileObject>();
    List<String> options = new ArrayList<>(paths);
    options.addAll(
        List.of(
            "-Xlint:all",
            "-Xdoclint:all,-missing",
            "-Werror",
            "-Xmaxwarns",
            "1000",
            "-Xmaxerrs",
            "1000",
            "-proc:none"));
    options.addAll(List.of("--release", "25", "-d", output.toString()));
    try (StandardJavaFileManager manager =
        COMPILER.getStandardFileManager(findings, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean good =
          COMPILER
              .getTask(new StringWriter(), manager, findings, options, null, sources.apply(manager))
              .call();
      List<Finding> found = findings.getDiagnostics().stream().map(Finding::of).toList();
      if (!good && found.isEmpty()) {
        throw new IllegalStateException("javac fails and says nothing");
      }
      return found;
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.path = path;
      this.text = text;
    }

    @Override
    public String getName() {
      return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
