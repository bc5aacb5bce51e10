package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.StackSpaceException;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trap tells is read from what the guest brought along: that must not hurt the host. */
final class HostileDebugInfoTest {

  @TempDir Path folder;

  /** What reads it calls itself for each level, on the stack that the trap has left. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "concurrency"})
  void functionsThatAreInlinedIntoEachOtherWithoutEndEndNothing(String engine) throws Exception {
    assertEquals("survived", new ForkedJvm(folder, Nested.class, engine).ends(0));
  }

  /** What is plugged in traps where its caller has left no more of the guests' stack. */
  @Test
  void noneOfItIsReadWhereThereIsNoStackForIt() throws Exception {
    assertEquals("survived", new ForkedJvm(folder, AtTheEnd.class).ends(0));
  }

  /** A short mangled name can stand for gigabytes of text. */
  @Test
  void namesThatStandForGigabytesAreToldAsTheyAre() {
    String name = mangled(9, 10);
    String text =
        "(component (core module $m (func $f (@name \"%s\") (export \"f\") unreachable))"
                .formatted(name)
            + "(core instance $i (instantiate $m))"
            + "(func (export \"f\") (canon lift (core func $i \"f\"))))";
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      var trap = assertThrows(TrapException.class, f::call);
      assertTrue(trap.getMessage().length() < 10_000, () -> trap.getMessage().length() + "");
      assertEquals(name, trap.guestTrace().getFirst().function());
    }
    HealthyJvm.assertCallsWork();
  }

  /** Templates of templates by substitution: each level has the one before several times. */
  private static String mangled(int levels, int times) {
    var name = new StringBuilder("_Z1f1AI" + "i".repeat(times) + "E");
    for (int i = 0; i < levels; i++) {
      name.append("S_I").append(("S" + i + "_").repeat(times)).append('E');
    }
    return name.toString();
  }

  /** Calls what traps from ever deeper in the guests' stack, on threads that have hardly enough. */
  static final class AtTheEnd {
    private AtTheEnd() {}

    private static final String USER =
        """
        (component
          (import "f" (func $f))
          (core func $f (canon lower (func $f)))
          (core module $m
            (import "" "f" (func $f))
            (func $down (export "down") (param i32)
              (if (local.get 0)
                (then (call $down (i32.sub (local.get 0) (i32.const 1))))
                (else (call $f)))))
          (core instance $m (instantiate $m (with "" (instance (export "f" (func $f))))))
          (func (export "down") (param "levels" u32) (canon lift (core func $m "down"))))
        """;

    public static void main(String[] arguments) throws Exception {
      try (Engine engine = Engine.create();
          Component provider = engine.compileText(Nested.text(100));
          Component user = engine.compileText(USER);
          var plugged = new Linker(engine).instantiatePre(provider);
          var linked = new Linker(engine).plug(plugged).instantiatePre(user)) {
        int fits = 0;
        int tooMany = 1 << 20;
        while (tooMany - fits > 1) {
          int middle = (fits + tooMany) >>> 1;
          if (codeOf(engine, linked, middle) == TrapCode.UNREACHABLE) {
            fits = middle;
          } else {
            tooMany = middle;
          }
        }
        int deepest = fits;
        assertTrue(deepest > 1000);
        int ran = 0;
        for (int kibibytes = 720; kibibytes < 900; kibibytes += 4) {
          for (int above : new int[] {0, 1, 10, 100}) {
            var task = new FutureTask<>(() -> codeOf(engine, linked, deepest - above));
            new Thread(null, task, "small", (long) kibibytes << 10).start();
            try {
              assertEquals(TrapCode.UNREACHABLE, task.get());
              ran++;
            } catch (ExecutionException e) {
              assertInstanceOf(StackSpaceException.class, e.getCause());
            }
          }
        }
        assertTrue(ran > 0);
      }
      System.out.println("survived");
    }

    private static TrapCode codeOf(Engine engine, InstancePre linked, int levels) {
      try (var store = new Store(engine)) {
        Func down = linked.instantiate(store).func("down");
        return assertThrows(TrapException.class, () -> down.call(levels)).code();
      }
    }
  }

  /** Traps with debug information that is nested ever deeper. */
  static final class Nested {
    private Nested() {}

    public static void main(String[] arguments) {
      try (Engine engine =
          Engine.builder().concurrency(arguments[0].equals("concurrency")).build()) {
        for (int depth : new int[] {1, 100, 3_000, 200_000}) {
          try (Component component = engine.compileText(text(depth));
              var store = new Store(engine)) {
            Func f = new Linker(engine).instantiate(store, component).func("f");
            assertThrows(TrapException.class, f::call);
          }
        }
      }
      System.out.println("survived");
    }

    private static String text(int depth) {
      // A unit and a function that are everywhere, and inlined functions without attributes.
      byte[] abbreviations = {
        1, 0x11, 1, 0x11, 1, 0x12, 6, 0, 0, 2, 0x2e, 1, 0x11, 1, 0x12, 6, 0, 0, 3, 0x1d, 1, 0, 0, 0
      };
      var unit = new ByteArrayOutputStream();
      // Version 4, abbreviations at 0, addresses of 4 bytes.
      unit.writeBytes(new byte[] {4, 0, 0, 0, 0, 0, 4});
      for (byte entry : new byte[] {1, 2}) {
        unit.writeBytes(new byte[] {entry, 0, 0, 0, 0, -1, -1, -1, 0x7f});
      }
      byte[] inlined = new byte[depth];
      Arrays.fill(inlined, (byte) 3);
      unit.writeBytes(inlined);
      unit.writeBytes(new byte[depth + 2]);
      int length = unit.size();
      var info = new ByteArrayOutputStream();
      for (int shift = 0; shift < 32; shift += 8) {
        info.write(length >> shift);
      }
      info.writeBytes(unit.toByteArray());
      return """
      (component
        (core module $m
          (func (export "f") unreachable)
          (@custom ".debug_abbrev" "%s")
          (@custom ".debug_info" "%s"))
        (core instance $i (instantiate $m))
        (func (export "f") (canon lift (core func $i "f"))))
      """
          .formatted(escaped(abbreviations), escaped(info.toByteArray()));
    }

    private static String escaped(byte[] bytes) {
      var text = new StringBuilder(3 * bytes.length);
      for (byte one : bytes) {
        text.append('\\').append("%02x".formatted(one));
      }
      return text.toString();
    }
  }
}
