package dev.switchblade.cli;

import dev.switchblade.Composition;
import dev.switchblade.CompositionException;
import dev.switchblade.CompositionScript;
import dev.switchblade.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Plugs components into another one, or does what a text says, and writes what comes of it. */
final class ComposeCommand implements Callable<Integer> {

  private static final String SCRIPT = ".wac";

  /** How much of a file's name becomes a part's. */
  private static final int LONGEST_NAME = 100;

  /** Advice that is Java. */
  private static final Pattern CALL = Pattern.compile("\\b(plug|export)\\(");

  private final CommandSpec spec;

  ComposeCommand() {
    spec =
        CommandSpec.wrapWithoutInspection(this)
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("FILE")
                    .index("0")
                    .arity("1")
                    .required(true)
                    .type(Path.class)
                    .description(
                        "The component that others are plugged into, or",
                        "a text in the WAC language (.wac).")
                    .build())
            .addOption(
                OptionSpec.builder("--plug")
                    .paramLabel("FILE")
                    .arity("1")
                    .type(List.class)
                    .auxiliaryTypes(Path.class)
                    .description(
                        "A component: all that it exports and FILE imports",
                        "is plugged in. May be repeated. What is left is",
                        "the host's.")
                    .build())
            .addOption(
                OptionSpec.builder("--dep")
                    .paramLabel("NAME=FILE")
                    .arity("1")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "A component that the text names, such as",
                        "acme:auth=auth.wasm. May be repeated.")
                    .build())
            .addOption(
                OptionSpec.builder("-o", "--output")
                    .paramLabel("FILE")
                    .arity("1")
                    .type(Path.class)
                    .description("What is written; unless given, app.wasm beside", "app.wac.")
                    .build());
    spec.usageMessage()
        .description("Plugs components into each other, so that they are one.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  switchblade compose -o app.wasm --plug auth.wasm processor.wasm",
            "  switchblade compose app.wac --dep acme:auth=auth.wasm");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    ParseResult parsed = spec.commandLine().getParseResult();
    Path file = parsed.matchedPositionalValue(0, Path.of(""));
    List<Path> plugs = parsed.matchedOptionValue("--plug", List.of());
    List<String> dependencies = parsed.matchedOptionValue("--dep", List.of());
    @Nullable Path output = parsed.matchedOptionValue("--output", null);
    boolean isScript = file.toString().toLowerCase(Locale.ROOT).endsWith(SCRIPT);
    if (isScript && !plugs.isEmpty()) {
      throw wrong("--plug is for components: a text says itself what is plugged");
    }
    if (!isScript && !dependencies.isEmpty()) {
      throw wrong("--dep is for texts (.wac): components are plugged in with --plug");
    }
    if (!isScript && plugs.isEmpty()) {
      throw wrong("there is nothing to plug into " + file + ": name a component with --plug");
    }
    if (output == null) {
      if (!isScript) {
        throw wrong("say with -o what is to be written");
      }
      String name = String.valueOf(file.getFileName());
      output = file.resolveSibling(name.substring(0, name.length() - SCRIPT.length()) + ".wasm");
    }
    Map<String, Path> named = named(dependencies);
    var written = new OutputFile(output);
    requireUsable(written, file, isScript ? named.values() : plugs);
    byte[] bytes;
    try (Engine engine = ComponentFile.engine(Engine.builder())) {
      bytes = isScript ? script(engine, file, named) : plugged(engine, file, plugs);
    }
    written.write(bytes);
    PrintWriter out = spec.commandLine().getOut();
    out.println(written + ": " + String.format(Locale.ROOT, "%,d", bytes.length) + " bytes");
    out.flush();
    return ExitCode.OK;
  }

  /** The files of the components that a text names, by their names. */
  private Map<String, Path> named(List<String> dependencies) {
    Map<String, Path> named = new LinkedHashMap<>();
    for (String dependency : dependencies) {
      int at = dependency.indexOf('=');
      if (at <= 0 || at == dependency.length() - 1) {
        throw wrong("--dep " + dependency + ": expected NAME=FILE, such as acme:auth=auth.wasm");
      }
      String name = dependency.substring(0, at);
      if (named.put(name, Path.of(dependency.substring(at + 1))) != null) {
        throw wrong("--dep " + dependency + ": " + name + " is given twice");
      }
    }
    return named;
  }

  private void requireUsable(OutputFile output, Path file, Collection<Path> components) {
    output.requireUsable();
    for (Path input : Stream.concat(Stream.of(file), components.stream()).toList()) {
      if (output.isSame(input)) {
        throw wrong(output + " is what is composed: write to another file");
      }
    }
  }

  private static byte[] plugged(Engine engine, Path file, List<Path> plugs) {
    Set<String> names = new HashSet<>();
    String consumer = nameOf(file, names);
    Composition composition = Composition.of(engine).add(consumer, ComponentFile.read(file));
    for (Path plug : plugs) {
      String provider = nameOf(plug, names);
      composition = composition.add(provider, ComponentFile.read(plug)).plug(provider, consumer);
    }
    try {
      return composition.export(consumer).toBytes();
    } catch (CompositionException e) {
      String message = e.getMessage();
      if (message == null || !CALL.matcher(message).find()) {
        throw e;
      }
      throw new CommandFailedException(
          ExitCode.NOT_LINKABLE,
          message
              + "\n"
              + "plug(…) and export(…) are methods of Java's Composition. Here a text says the"
              + " same: see `switchblade compose --help`, and docs/composition.md",
          e);
    }
  }

  /** The file's name without its end, and with a number if there is another one of that name. */
  private static String nameOf(Path file, Set<String> names) {
    String whole = String.valueOf(file.getFileName());
    String name = whole.replaceFirst("\\.(wasm|wat)$", "");
    if (name.isBlank()) {
      name = whole;
    }
    name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    String free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private static byte[] script(Engine engine, Path file, Map<String, Path> components) {
    CompositionScript script = CompositionScript.of(engine, read(file));
    for (Map.Entry<String, Path> one : components.entrySet()) {
      script = script.add(one.getKey(), ComponentFile.read(one.getValue()));
    }
    return script.toBytes();
  }

  private static String read(Path file) {
    ComponentFile.requireReadable(file);
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(ExitCode.NOT_LINKABLE, file + ": not UTF-8", e);
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.ENVIRONMENT, file + " can't be read: " + e, e);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
