package dev.switchblade.maven;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The code generator as a process.
 *
 * @param classPath all its jars, among them the platform jar if there is no {@code nativeLibrary}
 * @param nativeLibrary a built native library to use instead of a platform jar's
 */
record Generator(List<Path> classPath, @Nullable Path nativeLibrary) {

  private static final String MAIN_CLASS = "dev.switchblade.codegen.Bindgen";

  /** What a finished run said. */
  record Outcome(int exitCode, String output, String errors) {

    /**
     * Says whether the generator found options (2), WIT (3) or files (4) wrong, and said so. A JVM
     * that fails ends with other codes, and leaves a stack trace or nothing.
     */
    boolean isRefusal() {
      return exitCode >= 2
          && exitCode <= 4
          && !errors.isBlank()
          && errors.lines().noneMatch(line -> line.startsWith("\tat "));
    }
  }

  /** The files that decide what it generates. */
  List<Path> parts() {
    if (nativeLibrary == null) {
      return classPath;
    }
    var parts = new ArrayList<>(classPath);
    parts.add(nativeLibrary);
    return parts;
  }

  /** Returns the command that runs the generator with these arguments. */
  List<String> command(Path java, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(java.toString());
    // For a process of a second: no more threads than needed, no optimising compiler.
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (nativeLibrary != null) {
      command.add("-Dswitchblade.native.path=" + nativeLibrary);
    }
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN_CLASS);
    command.addAll(arguments);
    return command;
  }

  /** Runs a command to its end. */
  static Outcome run(List<String> command, Path folder) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    try {
      process.getOutputStream().close();
      var output = new ByteArrayOutputStream();
      var reader = new Thread(() -> copy(process.getInputStream(), output), "switchblade-output");
      reader.start();
      var errors = new ByteArrayOutputStream();
      copy(process.getErrorStream(), errors);
      reader.join();
      return new Outcome(process.waitFor(), text(output), withoutRemarks(text(errors)));
    } finally {
      process.destroyForcibly();
    }
  }

  private static void copy(InputStream in, ByteArrayOutputStream out) {
    try {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** Drops what the JVM says of options from the environment: the generator didn't say it. */
  static String withoutRemarks(String errors) {
    return errors
        .lines()
        .filter(
            line ->
                !line.startsWith("Picked up JAVA_TOOL_OPTIONS")
                    && !line.startsWith("Picked up _JAVA_OPTIONS")
                    && !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"))
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }
}
