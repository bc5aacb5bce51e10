package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.StackSpaceException;
import dev.switchblade.Store;
import dev.switchblade.bindings.NativeLibrary;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Making and closing things where Java's stack ends: an endless recursion around a {@code try} that
 * closes a store is a {@link StackOverflowError} like any other.
 *
 * <p>In a JVM of its own: what goes wrong here ends it.
 */
final class EndOfStackTest {

  @ParameterizedTest
  @ValueSource(strings = {"linking", "instantiating"})
  void theJvmOutlivesIt(String work) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+SuppressFatalErrorMessage");
    String library = System.getProperty("switchblade.native.path");
    if (library != null) {
      command.add("-Dswitchblade.native.path=" + library);
    }
    command.addAll(List.of("-cp", classPath(), Descent.class.getName(), work));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output;
    try (var in = process.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals("survived", output.strip());
    assertEquals(0, process.waitFor());
  }

  /** Whatever runs the tests may have loaded them by another way than this JVM's class path. */
  private static String classPath() throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> type : List.of(Descent.class, Engine.class, NativeLibrary.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    places.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, places);
  }

  /** The program that the test runs. */
  static final class Descent {

    private static final Engine ENGINE = Engine.create();
    private static final Component COMPONENT =
        ENGINE.compileText("(component (import \"h\" (func)))");

    private Descent() {}

    public static void main(String[] arguments) throws InterruptedException {
      Runnable work = arguments[0].equals("linking") ? Descent::link : Descent::instantiate;
      descendOnThread(() -> {}, 1 << 20);
      // Of several sizes: where exactly the stack ends decides what meets its end.
      for (int i = 0; i < 8; i++) {
        descendOnThread(work, (1 << 20) + i * 4096L);
      }
      instantiate();
      System.out.println("survived");
    }

    private static void descendOnThread(Runnable work, long stackSize) throws InterruptedException {
      int from = deepest / 4 * 3;
      Thread thread = new Thread(null, () -> descend(work, from, 0), "descent", stackSize);
      thread.setUncaughtExceptionHandler(
          (where, thrown) -> {
            if (!(thrown instanceof StackOverflowError)) {
              System.out.println(thrown);
            }
          });
      thread.start();
      thread.join();
    }

    /** The level that was reached at first, without any work. */
    private static int deepest;

    private static void descend(Runnable work, int from, int level) {
      if (from == 0) {
        deepest = level;
      } else if (level > from) {
        work.run();
      }
      if (level >= 0) {
        descend(work, from, level + 1);
      }
    }

    private static Linker linker() {
      var linker = new Linker(ENGINE);
      linker.root().func("h", call -> null);
      return linker;
    }

    private static void link() {
      linker().instantiatePre(COMPONENT).close();
    }

    private static void instantiate() {
      try (var store = new Store(ENGINE)) {
        linker().instantiate(store, COMPONENT);
      } catch (StackSpaceException e) {
        // As it should be.
      }
    }
  }
}
