package dev.switchblade.benchmarks.comparison;

import dev.switchblade.benchmarks.cold.FirstCall;
import dev.switchblade.benchmarks.cold.HelloWorld;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one program: from the start of its process to the first byte of its output.
 *
 * @param program which one
 * @param millis of each start
 */
record ColdStart(Program program, List<Double> millis) {

  /** The programs, in the order in which they take turns. */
  enum Program {
    HELLO("java-hello", "a Java hello-world"),
    JAVA("java", "Java: compile, instantiate, call"),
    HELLO_AOT("java-hello-aot", "a Java hello-world with an AOT cache"),
    JAVA_AOT("java-aot", "Java with an AOT cache"),
    RUST("rust", "a Rust program that does the same");

    private final String label;
    private final String description;

    Program(String label, String description) {
      this.label = label;
      this.description = description;
    }

    String label() {
      return label;
    }

    String description() {
      return description;
    }
  }

  Spread spread() {
    return Spread.of(millis.stream().mapToDouble(Double::doubleValue));
  }

  /**
   * Measures all programs by turns.
   *
   * @param folder for the AOT caches
   */
  static List<ColdStart> measure(RustHost rust, int starts, Path folder) throws IOException {
    String bench = rust.guests().resolve("bench.wasm").toString();
    String aotHello = folder.resolve("hello.aot").toString();
    String aotJava = folder.resolve("first-call.aot").toString();
    train(java("-XX:AOTCacheOutput=" + aotHello, HelloWorld.class));
    train(java("-XX:AOTCacheOutput=" + aotJava, FirstCall.class, bench));
    Map<Program, List<String>> commands = new EnumMap<>(Program.class);
    commands.put(Program.HELLO, java(null, HelloWorld.class));
    commands.put(Program.JAVA, java(null, FirstCall.class, bench));
    commands.put(Program.HELLO_AOT, java("-XX:AOTCache=" + aotHello, HelloWorld.class));
    commands.put(Program.JAVA_AOT, java("-XX:AOTCache=" + aotJava, FirstCall.class, bench));
    commands.put(Program.RUST, rust.coldStart());
    List<ColdStart> results = new ArrayList<>();
    for (var command : commands.entrySet()) {
      // The first start is for the system's caches.
      run(command.getValue());
      results.add(new ColdStart(command.getKey(), new ArrayList<>()));
    }
    for (int i = 0; i < starts; i++) {
      for (ColdStart result : results) {
        result.millis().add(run(commands.get(result.program())));
      }
    }
    return results;
  }

  private static List<String> java(@Nullable String option, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (option != null) {
      command.add(option);
    }
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(userClassPath());
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** The class path without JMH: what a user of the library has. */
  private static String userClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().startsWith("switchblade"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Runs a command whose JVM writes an AOT cache when it ends, and says so. */
  private static void train(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (exitCode(process) != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Runs a command; returns the milliseconds up to its first output. */
  private static double run(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    try (InputStream output = process.getInputStream()) {
      int first = output.read();
      long end = System.nanoTime();
      String rest = new String(output.readAllBytes(), StandardCharsets.US_ASCII);
      if (exitCode(process) != 0 || first != '4' || !rest.strip().equals("2")) {
        throw new IOException("expected 42 from " + String.join(" ", command));
      }
      return (end - start) / 1e6;
    }
  }
}
