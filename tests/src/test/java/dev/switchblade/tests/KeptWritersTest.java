package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.HostCall;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.TrapException;
import dev.switchblade.WasmFeature;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.tests.Trials.Refusals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writers, readers and host calls that are kept beyond their time, or used by a thread that they
 * don't belong to: they refuse, or garble what their own call passes, and do nothing else.
 */
@Timeout(300)
final class KeptWritersTest {

  @TempDir Path folder;

  private void assertSurvived(String trial, String... arguments) throws Exception {
    Trials.assertSurvived(folder, KeptWritersTest.class, trial, arguments);
  }

  // ---- On their own thread

  @Test
  void aWriterIsUsableWhileArgumentsAreWrittenOnly() throws Exception {
    assertSurvived("writer");
  }

  @Test
  void aReaderIsUsableWhenTheCallHasReturnedOnly() throws Exception {
    assertSurvived("reader");
  }

  @Test
  void whatAHostFunctionGotIsUsableWhileItRunsOnly() throws Exception {
    assertSurvived("hostFunction");
  }

  @Test
  void aHostCallIsUsableWhileItsFunctionRunsOnly() throws Exception {
    assertSurvived("hostCall");
  }

  @Test
  void aHostCallIsGoneWhenItsFunctionHasReturnedAStage() throws Exception {
    assertSurvived("hostCallOfAStage");
  }

  @Test
  void aWriterWhoseCallIsClosedBelowAnElementRefuses() throws Exception {
    assertSurvived("closedBelowAnElement");
  }

  @Test
  void aReaderWhoseCallIsClosedBelowAnElementRefuses() throws Exception {
    assertSurvived("closedBelowAnElementThatIsRead");
  }

  // ---- Growing what native code writes to

  @Test
  void aListVisitorCannotReplaceTheImageThatItsListIsPartOf() throws Exception {
    assertSurvived("growInVisitor");
  }

  @Test
  void anotherThreadCannotReplaceTheImageThatArgumentsAreReadFrom() throws Exception {
    assertSurvived("growElsewhere");
  }

  // ---- On other threads

  @ParameterizedTest
  @CsvSource({
    "ARGUMENTS, utf8", "ARGUMENTS, utf16", "ARGUMENTS, latin1+utf16",
    "RESULT, utf8", "RESULT, utf16", "RESULT, latin1+utf16"
  })
  void aGuestGetsNoTextThatIsNoneWhoeverWritesMeanwhile(String image, String encoding)
      throws Exception {
    assertSurvived("flipBytes", image, encoding);
  }

  @ParameterizedTest
  @CsvSource({
    "false, call",
    "false, writer",
    "false, reader",
    "false, hostCall",
    "false, result",
    "false, all",
    "true, call",
    "true, writer",
    "true, reader",
    "true, hostCall",
    "true, result",
    "true, all"
  })
  void threadsThatUseWhatIsNotTheirsGarbleOrAreRefused(boolean concurrent, String what)
      throws Exception {
    assertSurvived("garble", Boolean.toString(concurrent), what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"call", "writer", "reader", "hostCall", "result", "all"})
  void whatIsGarbledIsNeverAnotherStores(String what) throws Exception {
    assertSurvived("garbleNextToAnotherStore", what);
  }

  @Test
  void aWriteThatIsUnderWayWhenItsStoreIsClosedHitsNoOtherStore() throws Exception {
    assertSurvived("writeAcrossStores");
  }

  // ---- The guest

  /** Its {@code f} calls {@code h}, and returns what it was given: a list or a string. */
  private static String guest(String type, String encoding, String realloc) {
    return """
    (component
      (import "h" (func $h))
      %s
      (core func $h-core (canon lower (func $h)))
      (core module $m
        (import "" "h" (func $h))
        (import "libc" "memory" (memory 1))
        (import "libc" "reset" (func $reset))
        (import "libc" "realloc" (func $realloc (param i32 i32 i32 i32) (result i32)))
        (func (export "realloc") (param i32 i32 i32 i32) (result i32) (local $i i32)
          %s
          (call $realloc (local.get 0) (local.get 1) (local.get 2) (local.get 3)))
        (func (export "f") (param i32 i32) (result i32)
          (i32.store (i32.const 16) (local.get 0))
          (i32.store (i32.const 20) (local.get 1))
          (call $h)
          (i32.const 16))
        (func (export "post") (param i32) (call $reset)))
      (core instance $m (instantiate $m
        (with "" (instance (export "h" (func $h-core)))) (with "libc" (instance $libc))))
      (func (export "f") (param "x" %s) (result %s)
        (canon lift (core func $m "f") (memory (core memory $libc "memory"))
          (realloc (core func $m "realloc")) (post-return (core func $m "post"))
          string-encoding=%s)))
    """
        .formatted(Guests.LIBC, realloc, type, type, encoding);
  }

  /** Takes its time, in which another thread may do what it wants. */
  private static final String SLOW_REALLOC =
      """
      (loop $next
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $next (i32.lt_u (local.get $i) (i32.const 20000))))
      """;

  private static final class Keeper implements AutoCloseable {
    final Store store;
    final Func f;
    private @Nullable Runnable meanwhile;

    Keeper(Component component, Engine engine) {
      store = new Store(engine);
      var linker = new Linker(engine);
      linker
          .root()
          .func(
              "h",
              call -> {
                if (meanwhile != null) {
                  meanwhile.run();
                }
                return null;
              });
      f = linker.instantiate(store, component).func("f");
    }

    void meanwhile(Runnable what) {
      meanwhile = what;
    }

    @Override
    public void close() {
      store.close();
    }
  }

  // ---- The trials

  private static void refuseWrites(Refusals refusals, String when, ImageWriter image) {
    refusals
        .refused("putBool " + when, () -> image.putBool(0, true))
        .refused("putByte " + when, () -> image.putByte(0, (byte) 1))
        .refused("putShort " + when, () -> image.putShort(0, (short) 1))
        .refused("putInt " + when, () -> image.putInt(0, 1))
        .refused("putLong " + when, () -> image.putLong(0, 1))
        .refused("putFloat " + when, () -> image.putFloat(0, 1))
        .refused("putDouble " + when, () -> image.putDouble(0, 1))
        .refused("putChar " + when, () -> image.putChar(0, 'x'))
        .refused("putU8 " + when, () -> image.putU8(0, 1))
        .refused("putU16 " + when, () -> image.putU16(0, 1))
        .refused("putString of nothing " + when, () -> image.putString(0, ""))
        .refused("putString " + when, () -> image.putString(0, "text"))
        .refused("long putString " + when, () -> image.putString(0, "\u00e4".repeat(20_000)))
        .refused("putBytes of nothing " + when, () -> image.putBytes(0, new byte[0]))
        .refused("putBytes " + when, () -> image.putBytes(0, new byte[3]))
        .refused("long putBytes " + when, () -> image.putBytes(0, new byte[20_000]))
        .refused("putShorts " + when, () -> image.putShorts(0, new short[3]))
        .refused("putInts " + when, () -> image.putInts(0, new int[3]))
        .refused("putLongs " + when, () -> image.putLongs(0, new long[3]))
        .refused("putFloats " + when, () -> image.putFloats(0, new float[3]))
        .refused("putDoubles " + when, () -> image.putDoubles(0, new double[3]))
        .refused("putList " + when, () -> image.putList(0, List.of(1), 4, 4, ImageWriter::putInt))
        .refused("putFixedLengthBytes " + when, () -> image.putFixedLengthBytes(0, new byte[3], 3))
        .refused("putFixedLengthLongs " + when, () -> image.putFixedLengthLongs(0, new long[1], 1))
        .refused("putDiscriminant " + when, () -> image.putDiscriminant(0, 1, 1))
        .refused("allocate " + when, () -> image.allocate(8, 8))
        .refused("allocate nothing " + when, () -> image.allocate(0, 1))
        .refused("allocate much " + when, () -> image.allocate(1 << 20, 8));
  }

  private static final int WRITES = 28;

  private static void refuseReads(Refusals refusals, String when, ImageReader image) {
    refusals
        .refused("getBool " + when, () -> image.getBool(0))
        .refused("getByte " + when, () -> image.getByte(0))
        .refused("getShort " + when, () -> image.getShort(0))
        .refused("getInt " + when, () -> image.getInt(0))
        .refused("getLong " + when, () -> image.getLong(0))
        .refused("getFloat " + when, () -> image.getFloat(0))
        .refused("getDouble " + when, () -> image.getDouble(0))
        .refused("getString " + when, () -> image.getString(0))
        .refused("getBytes " + when, () -> image.getBytes(0))
        .refused("getLongs " + when, () -> image.getLongs(0))
        .refused("getList " + when, () -> image.getList(0, 1, ImageReader::getByte))
        .refused("getFixedLengthBytes " + when, () -> image.getFixedLengthBytes(0, 3))
        .refused("getDiscriminant " + when, () -> image.getDiscriminant(0, 1))
        .refused("getOwn " + when, () -> image.getOwn(0))
        .refused("getBorrow " + when, () -> image.getBorrow(0));
  }

  private static final int READS = 15;

  static void writer() throws Exception {
    byte[] bytes = {1, 2, 3};
    var refusals = new Refusals();
    try (Component component = Guests.wat(guest("(list u8)", "utf8", ""));
        var keeper = new Keeper(component, Guests.ENGINE)) {
      Call call = keeper.f.begin();
      ImageWriter kept = call.arguments();
      kept.putBytes(0, bytes);
      keeper.meanwhile(() -> refuseWrites(refusals, "in a host function", kept));
      call.invoke();
      refuseWrites(refusals, "when the call has returned", kept);
      assertArrayEquals(bytes, call.result().getBytes(0));
      call.close();
      keeper.meanwhile(() -> {});
      refuseWrites(refusals, "when the call is over", kept);
      keeper.store.close();
      refuseWrites(refusals, "when the store is closed", kept);
    }
    refusals.assertAll(4 * WRITES);
    HealthyJvm.assertCallsWork();
  }

  static void reader() throws Exception {
    byte[] bytes = {1, 2, 3};
    var refusals = new Refusals();
    try (Component component = Guests.wat(guest("(list u8)", "utf8", ""));
        var keeper = new Keeper(component, Guests.ENGINE)) {
      ImageReader kept;
      try (Call call = keeper.f.begin()) {
        call.arguments().putBytes(0, bytes);
        call.invoke();
        kept = call.result();
        assertArrayEquals(bytes, kept.getBytes(0));
      }
      refuseReads(refusals, "when the call is over", kept);
      try (Call call = keeper.f.begin()) {
        call.arguments().putBytes(0, bytes);
        refuseReads(refusals, "when the next call is written", kept);
        keeper.meanwhile(() -> refuseReads(refusals, "in a host function", kept));
        call.invokeInPlace(list -> refuseReads(refusals, "in a visitor", kept));
      }
      keeper.store.close();
      refuseReads(refusals, "when the store is closed", kept);
    }
    refusals.assertAll(5 * READS);
    HealthyJvm.assertCallsWork();
  }

  static void hostFunction() throws Exception {
    byte[] bytes = {1, 2, 3};
    var refusals = new Refusals();
    var readers = new ArrayList<ImageReader>();
    var writers = new ArrayList<ImageWriter>();
    try (var guest =
        new EchoGuest(
            List.of("list<u8>"),
            "list<u8>",
            "utf8",
            (arguments, result) -> {
              readers.add(arguments);
              writers.add(result);
              result.putBytes(0, arguments.getBytes(0));
            })) {
      for (int i = 0; i < 2; i++) {
        try (Call call = guest.f().begin()) {
          if (i > 0) {
            refuseReads(refusals, "when the next call is written", readers.getFirst());
            refuseWrites(refusals, "when the next call is written", writers.getFirst());
          }
          call.arguments().putBytes(0, bytes);
          call.invokeInPlace(
              list -> {
                refuseReads(refusals, "in a visitor", readers.getFirst());
                refuseWrites(refusals, "in a visitor", writers.getFirst());
              });
          refuseReads(refusals, "when the call has returned", readers.getFirst());
          refuseWrites(refusals, "when the call has returned", writers.getFirst());
        }
      }
      refuseReads(refusals, "when the call is over", readers.getFirst());
      refuseWrites(refusals, "when the call is over", writers.getFirst());
      assertArrayEquals(bytes, (byte[]) guest.call((Object) bytes));
    }
    refuseReads(refusals, "when the store is closed", readers.getFirst());
    refuseWrites(refusals, "when the store is closed", writers.getFirst());
    refusals.assertAll(7 * (READS + WRITES));
    HealthyJvm.assertCallsWork();
  }

  private static void refuseArguments(Refusals refusals, String when, HostCall call) {
    refusals
        .refused("count " + when, call::count)
        .refused("argument " + when, () -> call.argument(0))
        .refused("bytes " + when, () -> call.bytes(0))
        .refused("string " + when, () -> call.string(1))
        .refused("int32 " + when, () -> call.int32(2));
  }

  static void hostCall() throws Exception {
    byte[] bytes = {1, 2, 3};
    var refusals = new Refusals();
    var calls = new ArrayList<HostCall>();
    try (var guest =
        new EchoGuest(
            List.of("list<u8>", "string", "u32"),
            "list<u8>",
            "utf8",
            host -> {
              calls.add(host);
              assertEquals("text", host.string(1));
              return host.argument(0);
            })) {
      guest
          .f()
          .callInPlace(
              list -> refuseArguments(refusals, "in a visitor", calls.getFirst()),
              bytes,
              "text",
              7);
      refuseArguments(refusals, "when the call is over", calls.getFirst());
      try (Call call = guest.f().begin()) {
        refuseArguments(refusals, "when a call is written", calls.getFirst());
        call.arguments().putBytes(0, bytes);
        call.arguments().putString(8, "text");
        call.arguments().putInt(16, 7);
        call.invoke();
        refuseArguments(refusals, "when a call has returned", calls.getFirst());
      }
    }
    refuseArguments(refusals, "when the store is closed", calls.getFirst());
    refusals.assertAll(25);
    HealthyJvm.assertCallsWork();
  }

  static void hostCallOfAStage() throws Exception {
    var refusals = new Refusals();
    var calls = new ArrayList<HostCall>();
    try (Engine engine =
            Engine.builder()
                .concurrency(true)
                .feature(WasmFeature.COMPONENT_MODEL_ASYNC_STACKFUL, true)
                .build();
        var guest =
            EchoGuest.onFiber(
                engine,
                "string",
                "utf8",
                call -> {
                  calls.add(call);
                  String text = call.string(0);
                  var stage = new CompletableFuture<String>();
                  var _ =
                      Trials.background(
                          () -> {
                            // The function may still be returning.
                            while (true) {
                              try {
                                call.count();
                                Thread.sleep(1);
                              } catch (IllegalStateException e) {
                                break;
                              }
                            }
                            refusals
                                .refused("its arguments", () -> call.argument(0))
                                .refused("its text", () -> call.string(0));
                            stage.complete(text);
                            return null;
                          });
                  return stage;
                })) {
      assertEquals("text", guest.call("text"));
      refusals
          .refused("its arguments when the call is over", () -> calls.getFirst().argument(0))
          .refused("its text when the call is over", () -> calls.getFirst().string(0));
    }
    refusals.assertAll(4);
    HealthyJvm.assertCallsWork();
  }

  static void closedBelowAnElement() throws Exception {
    for (boolean store : new boolean[] {false, true}) {
      for (boolean invoked : new boolean[] {false, true}) {
        var guest = new EchoGuest("list<string>", host -> host.argument(0));
        Call call = guest.f().begin();
        ImageWriter image = call.arguments();
        var refusals = new Refusals();
        var exception =
            assertThrows(
                RuntimeException.class,
                () ->
                    image.putList(
                        0,
                        List.of("one", "two", "three"),
                        8,
                        4,
                        (writer, at, text) -> {
                          if (at == 8 + 8) {
                            if (invoked) {
                              // Its own elements are not there yet.
                              try {
                                call.invoke();
                              } catch (IllegalArgumentException e) {
                                // Nor valid.
                              }
                            }
                            call.close();
                            if (store) {
                              guest.close();
                            }
                            refuseWrites(refusals, "below an element", writer);
                          }
                          writer.putString(at, text);
                        }));
        assertTrue(exception instanceof IllegalStateException, exception.toString());
        refusals.assertAll(WRITES);
        if (!store) {
          assertEquals(List.of("x"), guest.call(List.of("x")));
          guest.close();
        }
      }
    }
    HealthyJvm.assertCallsWork();
  }

  static void closedBelowAnElementThatIsRead() throws Exception {
    for (boolean store : new boolean[] {false, true}) {
      var guest = new EchoGuest("list<string>", host -> host.argument(0));
      Call call = guest.f().begin();
      call.arguments().putList(0, List.of("one", "two", "three"), 8, 4, ImageWriter::putString);
      call.invoke();
      ImageReader result = call.result();
      var refusals = new Refusals();
      assertThrows(
          IllegalStateException.class,
          () ->
              result.getList(
                  0,
                  8,
                  (reader, at) -> {
                    if (at == 8 + 8) {
                      call.close();
                      if (store) {
                        guest.close();
                      }
                      refuseReads(refusals, "below an element", reader);
                    }
                    return reader.getString(at);
                  }));
      refusals.assertAll(READS);
      if (!store) {
        assertEquals(List.of("x"), guest.call(List.of("x")));
        guest.close();
      }
    }
    HealthyJvm.assertCallsWork();
  }

  /** So large that the system takes it back, once nobody refers to it. */
  private static final int LARGE = 40 << 20;

  static void growInVisitor() throws Exception {
    byte[][] lists = new byte[200][3];
    try (Component component = Guests.wat(guest("(list (list u8))", "utf8", ""))) {
      for (int round = 0; round < 3; round++) {
        var refusals = new Refusals();
        try (var keeper = new Keeper(component, Guests.ENGINE)) {
          try (Call call = keeper.f.begin()) {
            call.arguments().allocate(LARGE, 8);
          }
          try (Call call = keeper.f.begin()) {
            ImageWriter kept = call.arguments();
            kept.putList(0, Arrays.asList(lists), 8, 4, ImageWriter::putBytes);
            var visits = new AtomicInteger();
            call.invokeInPlace(
                list -> {
                  if (visits.getAndIncrement() == 10) {
                    refusals.refused("allocating", () -> kept.allocate(2 * LARGE, 8));
                    collect();
                  }
                });
            assertEquals(lists.length, visits.get());
            assertThrows(
                IllegalStateException.class,
                () -> call.result().getList(0, 8, ImageReader::getBytes));
          }
          assertEquals(1, ((List<?>) Objects.requireNonNull(keeper.f.call(one()))).size());
        }
        refusals.assertAll(1);
      }
    }
    HealthyJvm.assertCallsWork();
  }

  private static List<byte[]> one() {
    return List.of(new byte[] {1, 2});
  }

  private static void collect() {
    for (int i = 0; i < 5; i++) {
      System.gc();
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  static void growElsewhere() throws Exception {
    List<String> texts = Collections.nCopies(20_000, "text");
    try (Component component = Guests.wat(guest("(list string)", "utf8", SLOW_REALLOC))) {
      for (int round = 0; round < 5; round++) {
        try (var keeper = new Keeper(component, Guests.ENGINE)) {
          var kept = new AtomicReference<@Nullable ImageWriter>();
          var invoking = new CountDownLatch(1);
          FutureTask<Boolean> other =
              Trials.background(
                  () -> {
                    boolean refused = false;
                    invoking.await();
                    // Where the guest is asked for room for each string.
                    Thread.sleep(20);
                    try {
                      Objects.requireNonNull(kept.get()).allocate(2 * LARGE, 8);
                    } catch (IllegalStateException e) {
                      refused = true;
                    }
                    for (int i = 0; i < 3; i++) {
                      System.gc();
                    }
                    return refused;
                  });
          try (Call call = keeper.f.begin()) {
            call.arguments().allocate(LARGE, 8);
          }
          List<String> read;
          try (Call call = keeper.f.begin()) {
            call.arguments().putList(0, texts, 8, 4, ImageWriter::putString);
            kept.set(call.arguments());
            invoking.countDown();
            call.invoke();
            read = call.result().getList(0, 8, (image, at) -> image.getString(at));
          }
          assertTrue(other.get());
          assertEquals(texts, read);
        }
      }
    }
    HealthyJvm.assertCallsWork();
  }

  /**
   * Another thread writes bytes that are no text over a string, again and again. The guest gives
   * back what it got: were that no text, that would be a trap.
   */
  static void flipBytes(String image, String encoding) throws Exception {
    boolean arguments = image.equals("ARGUMENTS");
    String text = "a".repeat(64);
    // One begins four bytes, another one three; as a whole they are never text.
    List<byte[]> bad = new ArrayList<>();
    for (int b : new int[] {0xf0, 0xe2, 0xc3, 0xff}) {
      byte[] bytes = new byte[text.length()];
      Arrays.fill(bytes, (byte) b);
      bad.add(bytes);
    }
    byte[] good = text.getBytes(StandardCharsets.UTF_8);
    var target = new AtomicReference<@Nullable ImageWriter>();
    var over = new AtomicBoolean();
    FutureTask<@Nullable Void> flipper =
        Trials.background(
            () -> {
              for (int i = 0; !over.get(); i++) {
                ImageWriter writer = target.get();
                if (writer != null) {
                  try {
                    writer.putFixedLengthBytes(8, bad.get(i % bad.size()), text.length());
                    writer.putFixedLengthBytes(8, good, text.length());
                  } catch (RuntimeException e) {
                    // As it should be.
                  }
                }
              }
              return null;
            });
    String type = "string";
    String source =
        arguments
            ? guest(type, encoding, SLOW_REALLOC)
            : EchoGuest.text(List.of(), type, encoding)
                .replaceFirst(
                    "\\(local \\$at i32\\) \\(local \\$pages i32\\)",
                    "$0 (local \\$i i32)" + SLOW_REALLOC.replace("$", "\\$"));
    int passed = 0;
    try (Component component = Guests.wat(source)) {
      for (int i = 0; i < 2_000; i++) {
        try (var store = new Store(Guests.ENGINE)) {
          var linker = new Linker(Guests.ENGINE);
          if (arguments) {
            linker.root().func("h", call -> null);
          } else {
            linker
                .root()
                .funcOverImages(
                    "h",
                    (parameters, result) -> {
                      result.putString(0, text);
                      target.set(result);
                    });
          }
          Func f = linker.instantiate(store, component).func("f");
          try (Call call = f.begin()) {
            if (arguments) {
              call.arguments().putString(0, text);
              target.set(call.arguments());
            }
            call.invoke();
            target.set(null);
            String got = call.result().getString(0);
            assertEquals(text, got, "after " + i + " calls, of which " + passed + " passed");
            passed++;
          } catch (TrapException e) {
            throw new AssertionError("the guest got what is no text", e);
          } catch (HostFunctionException
              | IllegalArgumentException
              | IllegalStateException
              | IndexOutOfBoundsException e) {
            // The bytes were found to be no text before the guest got them.
          } finally {
            target.set(null);
          }
        }
      }
    }
    over.set(true);
    flipper.get();
    HealthyJvm.assertCallsWork();
  }

  /** What a thread finds of others, and uses at random. */
  private static final class Loot {
    final AtomicReference<@Nullable Call> call = new AtomicReference<>();
    final AtomicReference<@Nullable ImageWriter> writer = new AtomicReference<>();
    final AtomicReference<@Nullable ImageReader> reader = new AtomicReference<>();
    final AtomicReference<@Nullable HostCall> hostCall = new AtomicReference<>();
    final AtomicReference<@Nullable ImageWriter> result = new AtomicReference<>();
    final AtomicBoolean over = new AtomicBoolean();
    private final String what;

    Loot(String what) {
      this.what = what;
    }

    private <T> @Nullable T find(String kind, AtomicReference<@Nullable T> found) {
      return what.equals(kind) || what.equals("all") ? found.get() : null;
    }

    void use(Random random) {
      long at = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(64) * 4L;
      ImageWriter image = find("writer", writer);
      if (image != null) {
        write(image, at, random);
      }
      image = find("result", result);
      if (image != null) {
        write(image, at, random);
      }
      ImageReader read = find("reader", reader);
      if (read != null) {
        switch (random.nextInt(4)) {
          case 0 -> read.getString(at);
          case 1 -> read.getBytes(at);
          case 2 -> read.getList(at, 8, ImageReader::getString);
          default -> read.getLong(at);
        }
      }
      HostCall host = find("hostCall", hostCall);
      if (host != null) {
        switch (random.nextInt(3)) {
          case 0 -> host.argument(0);
          case 1 -> host.count();
          default -> host.string(0);
        }
      }
      Call begun = find("call", call);
      if (begun != null) {
        switch (random.nextInt(4)) {
          case 0 -> begun.close();
          case 1 -> begun.invoke();
          case 2 -> begun.arguments();
          default -> begun.result();
        }
      }
    }

    private static void write(ImageWriter image, long at, Random random) {
      switch (random.nextInt(10)) {
        case 0 -> image.putInt(at, random.nextInt());
        case 1 -> image.putLong(at, random.nextLong());
        case 2 -> image.putString(at, "garbled\u00e4");
        case 3 -> image.putBytes(at, new byte[random.nextInt(20_000)]);
        case 4 -> image.putList(at, List.of(1, 2), 4, 4, ImageWriter::putInt);
        case 5 -> image.allocate(random.nextInt(1 << 12), 8);
        case 6 -> image.allocate(-random.nextInt(1 << 12), 1);
        case 7 -> image.putFixedLengthBytes(at, new byte[] {-1, -1, -1, -1}, 4);
        default -> image.putByte(at, (byte) random.nextInt());
      }
    }

    /** Goes on until it is told not to. */
    FutureTask<@Nullable Void> useUntilItIsOver(long seed) {
      return Trials.background(
          () -> {
            var random = new Random(seed);
            while (!over.get()) {
              try {
                use(random);
              } catch (RuntimeException | OutOfMemoryError e) {
                // As it should be, or because of what is garbled.
              }
            }
            return null;
          });
    }
  }

  static void garble(String concurrent, String what) throws Exception {
    var loot = new Loot(what);
    FutureTask<@Nullable Void> thief = loot.useUntilItIsOver(1);
    var builder = Engine.builder();
    if (Boolean.parseBoolean(concurrent)) {
      builder.concurrency(true);
    }
    int answers = 0;
    int refusals = 0;
    try (Engine engine = builder.build();
        Component component =
            engine.compileText(EchoGuest.text(List.of("list<string>"), "list<string>", "utf8"))) {
      var random = new Random(2);
      for (int round = 0; round < 60; round++) {
        try (var store = new Store(engine)) {
          var linker = new Linker(engine);
          if (what.equals("result")) {
            linker
                .root()
                .funcOverImages(
                    "h",
                    (arguments, result) -> {
                      loot.result.set(result);
                      List<String> texts =
                          arguments.getList(0, 8, (image, at) -> image.getString(at));
                      result.putList(0, texts, 8, 4, ImageWriter::putString);
                    });
          } else {
            linker
                .root()
                .func(
                    "h",
                    call -> {
                      loot.hostCall.set(call);
                      return call.argument(0);
                    });
          }
          Func f = linker.instantiate(store, component).func("f");
          for (int i = 0; i < 100; i++) {
            List<String> texts = Collections.nCopies(random.nextInt(300), "text " + i);
            try (Call call = f.begin()) {
              loot.call.set(call);
              loot.writer.set(call.arguments());
              call.arguments().putList(0, texts, 8, 4, ImageWriter::putString);
              call.invoke();
              loot.reader.set(call.result());
              call.result().getList(0, 8, (image, at) -> image.getString(at));
              answers++;
            } catch (RuntimeException | OutOfMemoryError e) {
              // A garbled list may be said to be as long as a list can be.
              refusals++;
              if (String.valueOf(e.getMessage()).contains("use a fresh store")) {
                break;
              }
            }
          }
        } catch (IllegalStateException e) {
          throw new AssertionError("the store can't be closed", e);
        }
      }
    }
    loot.over.set(true);
    thief.get();
    assertTrue(answers + refusals > 0);
    HealthyJvm.assertCallsWork();
  }

  /** One store's calls are garbled; another one's, on the same threads, are not. */
  static void garbleNextToAnotherStore(String what) throws Exception {
    var loot = new Loot(what);
    FutureTask<@Nullable Void> thief = loot.useUntilItIsOver(3);
    try (var neighbour = new EchoGuest("list<string>", call -> call.argument(0))) {
      for (int round = 0; round < 300; round++) {
        try (var guest =
            what.equals("result")
                ? new EchoGuest(
                    List.of("list<string>"),
                    "list<string>",
                    "utf8",
                    (arguments, result) -> {
                      loot.result.set(result);
                      result.putList(0, List.of("c"), 8, 4, ImageWriter::putString);
                    })
                : new EchoGuest(
                    "list<string>",
                    call -> {
                      loot.hostCall.set(call);
                      return call.argument(0);
                    })) {
          try (Call call = guest.f().begin()) {
            loot.call.set(call);
            loot.writer.set(call.arguments());
            call.arguments().putList(0, List.of("a", "b"), 8, 4, ImageWriter::putString);
            call.invoke();
            loot.reader.set(call.result());
          } catch (RuntimeException e) {
            // As above.
          }
        }
        // A new store has the buffer of the last one, and the thief what was made for that.
        List<String> texts = Collections.nCopies(20, "round " + round);
        try (var next = new EchoGuest("list<string>", call -> call.argument(0))) {
          assertEquals(texts, next.call(texts));
          assertEquals(texts, neighbour.call(texts));
        }
      }
    }
    loot.over.set(true);
    thief.get();
    HealthyJvm.assertCallsWork();
  }

  /**
   * A thread is in the midst of a long write when the store that it writes to is closed. The next
   * store must not be made of what it writes, nor its calls.
   */
  static void writeAcrossStores() throws Exception {
    var kept = new AtomicReference<@Nullable ImageWriter>();
    var over = new AtomicBoolean();
    byte[] spoil = new byte[7_000];
    Arrays.fill(spoil, (byte) 0x61);
    FutureTask<@Nullable Void> thief =
        Trials.background(
            () -> {
              while (!over.get()) {
                ImageWriter writer = kept.get();
                if (writer != null) {
                  try {
                    writer.putFixedLengthBytes(0, spoil, spoil.length);
                  } catch (RuntimeException e) {
                    // As it should be, or as it may be.
                  }
                }
              }
              return null;
            });
    byte[] mine = new byte[5_000];
    Arrays.fill(mine, (byte) 0x7e);
    try (Component component = Guests.wat(guest("(list u8)", "utf8", ""))) {
      for (int i = 0; i < 20_000; i++) {
        try (var first = new Keeper(component, Guests.ENGINE)) {
          Call call = first.f.begin();
          try {
            call.arguments().allocate(spoil.length, 1);
            kept.set(call.arguments());
          } finally {
            call.close();
          }
        }
        // Neither its limits nor its calls are the other thread's.
        try (var next = new Keeper(component, Guests.ENGINE)) {
          assertArrayEquals(mine, (byte[]) next.f.call((Object) mine), "round " + i);
        }
      }
    }
    over.set(true);
    thief.get();
    HealthyJvm.assertCallsWork();
  }
}
