package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.switchblade.Engine;
import dev.switchblade.bindings.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a JVM of its own, for what would end that of the tests if it went wrong. */
final class ForkedJvm {

  private final Process process;
  private final Path errorFile;

  /**
   * Starts a program with the class path of the tests.
   *
   * @param folder where the JVM would write what it crashed of
   */
  ForkedJvm(Path folder, Class<?> program, String... arguments)
      throws IOException, URISyntaxException {
    this(List.of(), folder, program, arguments);
  }

  /**
   * Starts a program by way of another one.
   *
   * @param by the words in front of the JVM's own, such as {@code env} and a variable
   */
  ForkedJvm(List<String> by, Path folder, Class<?> program, String... arguments)
      throws IOException, URISyntaxException {
    this(by, "--enable-native-access=ALL-UNNAMED", folder, program, arguments);
  }

  private ForkedJvm(
      List<String> by, String access, Path folder, Class<?> program, String... arguments)
      throws IOException, URISyntaxException {
    errorFile = folder.resolve("hs_err.log");
    List<String> command = new ArrayList<>(by);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(access);
    command.add("-XX:ErrorFile=" + errorFile);
    command.add("-XX:-CreateCoredumpOnCrash");
    String library = System.getProperty("switchblade.native.path");
    if (library != null) {
      command.add("-Dswitchblade.native.path=" + library);
    }
    command.addAll(List.of("-cp", classPath(), program.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Starts a program that Java doesn't let use native code. */
  static ForkedJvm withoutNativeAccess(Path folder, Class<?> program, String... arguments)
      throws IOException, URISyntaxException {
    return new ForkedJvm(List.of(), "--illegal-native-access=deny", folder, program, arguments);
  }

  Process process() {
    return process;
  }

  /** Waits for the end, and returns what was printed. */
  String ends(int exitCode) throws IOException, InterruptedException {
    String output;
    try (var in = process.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      if (Thread.currentThread().isInterrupted()) {
        process.destroyForcibly();
      }
    }
    assertEquals(exitCode, process.waitFor(), output);
    assertFalse(Files.exists(errorFile), output);
    return output.strip();
  }

  /** Whatever runs the tests may have loaded them by another way than this JVM's class path. */
  static String classPath() throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> type : List.of(ForkedJvm.class, Engine.class, NativeLibrary.class)) {
      places.add(placeOf(type).toString());
    }
    places.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, places);
  }

  /** The jar or folder that a class was loaded from. */
  static Path placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
