package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.CompilationException;
import dev.switchblade.CompilationException.Reason;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.GuestException;
import dev.switchblade.GuestExitException;
import dev.switchblade.GuestFrame;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.LinkException.Kind;
import dev.switchblade.LinkException.Problem;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.StackSpaceException;
import dev.switchblade.Store;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.WasmFeature;
import dev.switchblade.abi.Call;
import dev.switchblade.wit.WitItem;
import dev.switchblade.wit.WitType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What programs can tell from exceptions without reading their messages. */
final class ExceptionsTest {

  private static final String UNREACHABLE =
      """
      (component
        (core module $m (func (export "f") unreachable))
        (core instance $m (instantiate $m))
        (func (export "f") (canon lift (core func $m "f"))))
      """;

  private static final String CALLER =
      """
      (component
        (import "h" (func $h))
        (core func $h (canon lower (func $h)))
        (core module $m
          (import "" "h" (func $h))
          (func (export "f") (call $h)))
        (core instance $i (export "h" (func $h)))
        (core instance $m (instantiate $m (with "" (instance $i))))
        (func (export "f") (canon lift (core func $m "f"))))
      """;

  @Test
  void aStoreThatIsClosed() {
    try (Component component = Guests.wat(UNREACHABLE)) {
      var store = new Store(Guests.ENGINE);
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      store.close();
      assertThrows(ClosedException.class, () -> instance.func("f").call());
    }
  }

  @Test
  void aStoreThatIsLost() {
    try (Component component = Guests.wat(UNREACHABLE);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      var trap = assertThrows(TrapException.class, () -> instance.func("f").call());
      var lost = assertThrows(StoreLostException.class, () -> instance.func("f").call());
      assertSame(trap, lost.getCause());
    }
  }

  @Test
  void aStoreThatIsInUse() throws Exception {
    var called = new CompletableFuture<@Nullable Throwable>();
    var asked = new CompletableFuture<Void>();
    var instance = new AtomicReference<Instance>();
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "h",
            call -> {
              called.complete(thrownBy(() -> instance.get().func("f").call()));
              asked.join();
              return null;
            });
    try (Component component = Guests.wat(CALLER);
        var store = new Store(Guests.ENGINE)) {
      instance.set(linker.instantiate(store, component));
      Thread caller = Thread.ofPlatform().start(() -> instance.get().func("f").call());
      try {
        Throwable within = called.join();
        assertInstanceOf(StoreBusyException.class, within);
        assertTrue(
            String.valueOf(within.getMessage())
                .contains("its guest waits for what this thread is doing"));
        assertThrows(StoreBusyException.class, () -> instance.get().func("f").call());
        assertThrows(StoreBusyException.class, store::close);
      } finally {
        asked.complete(null);
        caller.join();
      }
      // Nobody is in it any more, and nothing of that has done any harm.
      instance.get().func("f").call();
    }
  }

  private static @Nullable Throwable thrownBy(Runnable action) {
    try {
      action.run();
      return null;
    } catch (Throwable e) {
      return e;
    }
  }

  @Test
  void aCallThatIsOpenIsInTheWayOfTheNextOne() {
    try (Component component = Guests.wat(UNREACHABLE);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      try (Call open = instance.func("f").begin()) {
        open.arguments();
        var busy = assertThrows(StoreBusyException.class, () -> instance.func("f").call());
        assertTrue(busy.getMessage().contains("not closed it"), busy.getMessage());
      }
    }
  }

  @Test
  void enginesAndComponentsThatAreClosed() {
    Engine engine = Engine.create();
    Component component = engine.compileText(UNREACHABLE);
    component.close();
    assertThrows(ClosedException.class, () -> new Linker(engine).instantiatePre(component));
    engine.close();
    assertThrows(ClosedException.class, () -> new Store(engine));
    assertThrows(ClosedException.class, () -> engine.compileText(UNREACHABLE));
  }

  @Test
  void aResourceThatIsClosedIsToldWhereItWasToGo() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      counter.close();
      var exception = assertThrows(ClosedException.class, () -> guest.get(counter));
      assertTrue(
          exception.getMessage().endsWith(": the resource is closed"), exception.getMessage());
    }
  }

  private static void assertReason(Reason reason, Runnable compilation) {
    assertEquals(reason, assertThrows(CompilationException.class, compilation::run).reason());
  }

  @Test
  void whyACompilationFailed() {
    assertReason(Reason.INVALID, () -> Guests.wat("(component"));
    assertReason(
        Reason.INVALID, () -> Guests.ENGINE.compile("nonsense".getBytes(StandardCharsets.UTF_8)));
    assertReason(Reason.NOT_A_COMPONENT, () -> Guests.wat("(module)"));
    assertReason(
        Reason.NEEDS_CONCURRENCY,
        () -> Guests.wat("(component (import \"f\" (func async (result u32))))"));
    assertReason(
        Reason.UNSUPPORTED, () -> Guests.wat("(component (core func (canon error-context.drop)))"));
    assertReason(
        Reason.UNSUPPORTED,
        () -> Guests.wat("(component (import \"f\" (func (param \"x\" error-context))))"));
    assertReason(
        Reason.UNSUPPORTED,
        () -> Guests.wat("(component (import \"f\" (func $f)) (export \"g\" (func $f)))"));
    // The component's author has no say in it.
    assertReason(
        Reason.INVALID,
        () ->
            Guests.wat(
                """
                (component
                  (core module
                    (func (export "requires the component model async feature"))
                    (func (export "requires the component model async feature"))))
                """));
    try (Engine engine = Engine.builder().maxComponentBytes(11).build()) {
      assertReason(Reason.TOO_LARGE, () -> engine.compileText("(component )"));
    }
    var key = new SecretKeySpec(new byte[32], "HmacSHA256");
    assertReason(Reason.UNFIT_ARTIFACT, () -> Guests.ENGINE.deserialize(new byte[100], key));
    try (Component component = Guests.wat("(component)");
        Engine other = Engine.builder().fuel(true).build()) {
      byte[] artifact = component.serialize(key);
      assertReason(Reason.UNFIT_ARTIFACT, () -> other.deserialize(artifact, key));
    }
  }

  /** What is needed is told by the component itself, and what isn't needed is not told. */
  @Test
  void featuresThatAreOffAreNamed() {
    String simd = "(component (core module (func (drop (v128.const i64x2 0 0)))))";
    try (Engine engine =
        Engine.builder()
            .feature(WasmFeature.RELAXED_SIMD, false)
            .feature(WasmFeature.SIMD, false)
            .build()) {
      var exception = assertThrows(CompilationException.class, () -> engine.compileText(simd));
      assertEquals(Reason.UNSUPPORTED, exception.reason());
      assertTrue(
          exception
              .getMessage()
              .startsWith(
                  "component: a component that needs what the engine was made without, simd"
                      + " (Engine.builder().feature(WasmFeature.SIMD, true), or"
                      + " `switchblade run --feature simd`): "),
          exception.getMessage());
    }
    String threads = "(component (core func (canon thread.index)))";
    for (boolean concurrent : new boolean[] {false, true}) {
      try (Engine engine = Engine.builder().concurrency(concurrent).build()) {
        var exception = assertThrows(CompilationException.class, () -> engine.compileText(threads));
        assertEquals(Reason.UNSUPPORTED, exception.reason());
        assertTrue(
            exception.getMessage().contains("WasmFeature.COMPONENT_MODEL_THREADING"),
            exception.getMessage());
      }
    }
  }

  @Test
  void typesOfInstancesAreExportsThatNobodyCanUse() {
    String text =
        """
        (component
          (core module $m (func (export "f")))
          (core instance $m (instantiate $m))
          (func $f (canon lift (core func $m "f")))
          (type $inner (instance (export "g" (func))))
          (type $outer (instance (export "inner" (instance (type $inner)))))
          (export "type" (type $outer))
          (instance $real (export "f" (func $f)))
          (export "real" (instance $real)))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      assertEquals(List.of("real"), component.exports().stream().map(WitItem::name).toList());
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      assertNull(instance.func("real", "f").call());
      assertThrows(LinkException.class, () -> instance.func("type", "g"));
    }
  }

  @Test
  void whatIsMissingOrDiffersIsListed() {
    String text =
        """
        (component
          (import "a:b/c@1.0.0" (instance
            (export "one" (func))
            (export "two" (func (param "x" u32)))
            (export "r" (type (sub resource))))))
        """;
    var linker = new Linker(Guests.ENGINE);
    linker
        .instance("a:b/c@1.0.0")
        .func(
            "two",
            new WitType.Function(
                List.of(new WitType.Named("x", WitType.Primitive.U64)), null, false),
            call -> null);
    try (Component component = Guests.wat(text)) {
      var exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      assertEquals(
          List.of("DIFFERENT_IMPORT two", "MISSING_IMPORT one", "MISSING_IMPORT r"),
          exception.problems().stream()
              .map(problem -> problem.kind() + " " + problem.name())
              .sorted()
              .toList());
      for (Problem problem : exception.problems()) {
        assertEquals("a:b/c@1.0.0", problem.instance());
        assertTrue(!problem.description().isEmpty() && !problem.description().contains("\n"));
      }
    }
  }

  @Test
  void whatIsNotExportedOrDiffersIsListed() {
    try (Component component = Guests.wat(UNREACHABLE);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      var missing = assertThrows(LinkException.class, () -> instance.func("a:b/c", "g"));
      assertEquals(
          List.of(new Problem(Kind.MISSING_EXPORT, "a:b/c", "g", "missing")), missing.problems());
      var type = new WitType.Function(List.of(), WitType.Primitive.U8, false);
      var different = assertThrows(LinkException.class, () -> instance.func("", "f", type));
      assertEquals(1, different.problems().size());
      assertEquals(Kind.DIFFERENT_EXPORT, different.problems().getFirst().kind());
      assertEquals("f", different.problems().getFirst().name());
      var module = assertThrows(LinkException.class, () -> instance.module("a:b/c", "m"));
      assertEquals(Kind.MISSING_EXPORT, module.problems().getFirst().kind());
      assertEquals("a:b/c#m", module.problems().getFirst().subject());
    }
  }

  /** Programs that act on exceptions are tested with exceptions. */
  @Test
  void testsOfUsersCanMakeThemAll() throws Exception {
    var trace = List.<GuestFrame>of();
    var cause = new IOException("gone");
    List<RuntimeException> all =
        List.of(
            new ClosedException("m"),
            new StoreBusyException("m"),
            new StoreLostException("m", cause),
            new CompilationException("m", Reason.INVALID),
            new CompilationException("m", Reason.TOO_LARGE, cause),
            new LinkException("m", List.of(new Problem(Kind.REFUSED, "", "", "d"))),
            new TrapException("m", TrapCode.UNREACHABLE, trace, null),
            new HostFunctionException("m", trace, cause),
            new ResourceLimitException("m", ResourceLimitException.Limit.FUEL, 7, trace),
            new GuestExitException("m", 3),
            new GuestInterruptedException("m", trace),
            new StackSpaceException("m"));
    for (RuntimeException exception : all) {
      assertTrue(exception.getMessage().startsWith("m"), exception.toString());
      // Logs and test runners send them around.
      var bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(exception);
      var copy =
          (RuntimeException)
              new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
      assertEquals(exception.getMessage(), copy.getMessage());
      if (copy instanceof GuestException guest) {
        assertEquals(List.of(), guest.guestTrace());
      }
      if (copy instanceof LinkException link) {
        assertEquals(((LinkException) exception).problems(), link.problems());
      }
    }
  }

  @Test
  void functionsAreFoundInCompatibleVersionsOfTheirInterface() {
    String text =
        """
        (component
          (core module $m (func (export "f") (result i32) (i32.const 7)))
          (core instance $m (instantiate $m))
          (func $f (result u32) (canon lift (core func $m "f")))
          (instance $i (export "f" (func $f)))
          (export "a:b/c@1.2.0" (instance $i)))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      assertEquals(7, instance.func("a:b/c@1.2.0", "f").call());
      assertEquals(7, instance.func("a:b/c@1.0.0", "f").call());
      assertEquals(7, instance.func("a:b/c@1.9.0", "f").call());
      assertThrows(LinkException.class, () -> instance.func("a:b/c@2.0.0", "f"));
      assertThrows(LinkException.class, () -> instance.func("a:b/c", "f"));
    }
  }
}
