package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Engine;
import dev.switchblade.Preview1;
import dev.switchblade.wit.Wit;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a program is told that Java doesn't let use native code. */
final class NativeAccessTest {

  @TempDir private Path folder;

  /** What a program may begin with. Each is tried in a JVM where nothing was tried before. */
  enum Beginning {
    ENGINE(Engine::create),
    ENGINE_WITH_SETTINGS(() -> Engine.builder().interruptible(true).build()),
    WIT(() -> Wit.resolve(Path.of("nowhere"), "", List.of(), false)),
    PREVIEW1(() -> Preview1.toComponent(new byte[0]));

    @SuppressWarnings("ImmutableEnumChecker") // These lambdas hold nothing.
    final Callable<?> use;

    Beginning(Callable<?> use) {
      this.use = use;
    }

    /** Tries it twice: a class that can't be initialized fails in another way from then on. */
    void tryTwice() throws Exception {
      for (int i = 0; i < 2; i++) {
        try {
          use.call();
          throw new AssertionError("no error");
        } catch (UnsatisfiedLinkError e) {
          check(e);
        }
      }
      check(Engine.unavailabilityCause());
      assertEquals(false, Engine.isAvailable());
    }

    private static void check(Throwable error) {
      for (String part :
          List.of(
              "Illegal native access",
              "--enable-native-access=ALL-UNNAMED",
              "Enable-Native-Access: ALL-UNNAMED")) {
        assertTrue(error.getMessage().contains(part), error.getMessage());
      }
      assertEquals(IllegalCallerException.class, error.getCause().getClass());
    }
  }

  /** A JVM in which one of them is tried. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) throws Exception {
      Beginning.valueOf(arguments[0]).tryTwice();
      System.out.println("told");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyBeginningSaysHowToAllowIt(Beginning beginning) throws Exception {
    var jvm = ForkedJvm.withoutNativeAccess(folder, Program.class, beginning.name());
    assertEquals("told", jvm.ends(0));
  }
}
