package dev.switchblade.conformance;

import dev.switchblade.Engine;
import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.Report.FileReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs scripts. Not thread-safe. */
public final class Conformance implements AutoCloseable {

  private final Converter converter;
  private final Lists lists = Lists.read();
  private final Map<Features, Engine> engines = new HashMap<>();
  private final Engine.Compiler compiler;

  /**
   * Makes a runner.
   *
   * @param compiler compiles what scripts have
   * @throws IOException if there is no converter for scripts on this platform
   */
  public Conformance(Engine.Compiler compiler) throws IOException {
    this.compiler = compiler;
    converter = new Converter();
  }

  /**
   * The scripts in folders, at any depth, in the order of their paths; a path to a file is that
   * file.
   *
   * @throws IOException if a path doesn't exist or can't be read
   */
  public static List<Path> scripts(List<Path> paths) throws IOException {
    var scripts = new TreeSet<Path>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      try (Stream<Path> found = Files.walk(path)) {
        found
            .filter(file -> file.equals(path) ? Files.isRegularFile(file) : isScript(file))
            .forEach(scripts::add);
      }
    }
    return List.copyOf(scripts);
  }

  private static boolean isScript(Path file) {
    return file.getFileName().toString().endsWith(".wast") && Files.isRegularFile(file);
  }

  /**
   * Runs scripts one after the other. What goes wrong in one is in its report.
   *
   * @param scripts the scripts
   * @param progress is told of each script when it has been run
   */
  public Report run(List<Path> scripts, Consumer<FileReport> progress) {
    List<FileReport> files = new ArrayList<>();
    for (Path script : scripts) {
      FileReport report = run(script);
      files.add(report);
      progress.accept(report);
    }
    return new Report(files);
  }

  /** Runs one script. */
  public FileReport run(Path script) {
    List<String> names = List.of();
    List<Outcome> outcomes;
    try {
      byte[] content = Files.readAllBytes(script);
      Path absolute = script.toAbsolutePath();
      Features features =
          Features.of(new String(content, StandardCharsets.UTF_8), lists.features(absolute));
      names = features.names();
      Converter.Script translated = converter.translate(script, content);
      Engine engine = engines.computeIfAbsent(features, it -> it.engine(compiler));
      try (var host = new SpectestHost(engine);
          var run = new ScriptRun(engine, translated.folder(), host)) {
        outcomes = run.run(translated.commands());
      }
    } catch (MismatchException e) {
      outcomes = List.of(Outcome.failed(1, "script", "", e.expected(), e.got()));
    } catch (IOException | RuntimeException e) {
      outcomes = List.of(Outcome.failed(1, "script", "", "a script that can be run", e.toString()));
    }
    List<Outcome> known = outcomes.stream().map(one -> known(script, one)).toList();
    return new FileReport(
        script, names, compiler == Engine.Compiler.WINCH ? inWinch(known) : known);
  }

  /** A failure that the list has is none. */
  private Outcome known(Path script, Outcome outcome) {
    if (outcome.status() != Status.FAILED) {
      return outcome;
    }
    String reason = lists.reason(script.toAbsolutePath(), outcome);
    return reason == null ? outcome : outcome.asSkipped(reason);
  }

  /**
   * Without failures that only say that the compiler Winch lacks a feature, and what they entail.
   */
  private static List<Outcome> inWinch(List<Outcome> outcomes) {
    List<Outcome> known = new ArrayList<>();
    boolean isLacking = false;
    for (Outcome outcome : outcomes) {
      String got = outcome.got();
      if (outcome.status() == Status.FAILED && got != null) {
        // What is invalid is refused before a compiler sees it, without the proposal.
        boolean isRefused =
            got.contains("the compiler Winch doesn't support")
                || got.contains("gc types are disallowed")
                || got.contains("exceptions proposal not enabled");
        isLacking |= isRefused;
        boolean isMissing =
            isLacking
                && outcome.expected() != null
                && (outcome.expected().equals("an instance")
                    || outcome.expected().startsWith("a definition named "));
        if (isRefused || isMissing) {
          known.add(outcome.asSkipped("the compiler Winch lacks a feature that this needs"));
          continue;
        }
      }
      known.add(outcome);
    }
    return known;
  }

  /** Releases the engines. */
  @Override
  public void close() {
    engines.values().forEach(Engine::close);
  }
}
