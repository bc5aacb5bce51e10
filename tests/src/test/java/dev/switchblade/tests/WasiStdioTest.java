package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.GuestException;
import dev.switchblade.GuestExitException;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapException;
import dev.switchblade.wasi.WasiConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What guests read from standard input, and write to standard output and standard error. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WasiStdioTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static StoreConfig config(WasiConfig.Builder wasi) {
    return StoreConfig.defaults().withWasi(wasi.build());
  }

  /** A stream that has something when a test says so. */
  private static final class LateInput extends InputStream {
    private final BlockingQueue<byte[]> later = new LinkedBlockingQueue<>();
    final CountDownLatch asked = new CountDownLatch(1);
    private byte[] left = new byte[0];

    void give(String text) {
      later.add(text.getBytes(UTF_8));
    }

    /** An empty piece is the end. */
    void end() {
      give("");
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("a byte at a time is too slow");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      asked.countDown();
      if (left.length == 0) {
        try {
          left = later.take();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        if (left.length == 0) {
          return -1;
        }
      }
      int count = Math.min(length, left.length);
      System.arraycopy(left, 0, bytes, offset, count);
      left = Arrays.copyOfRange(left, count, left.length);
      return count;
    }
  }

  /** A stream that fails whenever it is read. */
  private static InputStream failing(Throwable reason) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return read(new byte[1], 0, 1);
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw WasiStdioTest.<RuntimeException>sneaky(reason);
      }
    };
  }

  /** A stream that fails whenever it is written to. */
  private static OutputStream refusing(Throwable reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw WasiStdioTest.<RuntimeException>sneaky(reason);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  // Output

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void outputGoesToItsStream(boolean concurrent) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    try (var guest =
        new ProberGuest(config(WasiConfig.builder().stdout(out).stderr(err)), concurrent)) {
      guest.run("print", "one\n");
      // Each call's output is there when it is over.
      assertEquals("one\n", out.toString(UTF_8));
      guest.run("print-error", "oops ä€𝄞");
      assertEquals("oops ä€𝄞", err.toString(UTF_8));
      guest.run("print", "two");
      guest.run("print", "");
      guest.run("print", "\0\r\n");
    }
    assertEquals("one\ntwo\0\r\n", out.toString(UTF_8));
    assertEquals("oops ä€𝄞", err.toString(UTF_8));
  }

  @Test
  void bothCanGoToOneStreamInTheirOrder() {
    var out = new ByteArrayOutputStream();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out).stderr(out)))) {
      for (int i = 0; i < 5; i++) {
        guest.run("print", "o" + i);
        guest.run("print-error", "e" + i);
      }
    }
    assertEquals("o0e0o1e1o2e2o3e3o4e4", out.toString(UTF_8));
  }

  @Test
  void streamsAreFlushedAndNotClosed() {
    List<String> events = new ArrayList<>();
    var out =
        new OutputStream() {
          @Override
          public void write(int b) {
            events.add("write");
          }

          @Override
          public void flush() {
            events.add("flush");
          }

          @Override
          public void close() {
            events.add("close");
          }
        };
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out)))) {
      guest.run("print", "x");
      assertEquals(List.of("write", "flush"), events);
    }
    assertEquals(List.of("write", "flush"), events);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void muchOutputArrives(boolean concurrent) {
    var out = new ByteArrayOutputStream();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out)), concurrent)) {
      guest.run("print-many", 3_000_000L);
      assertEquals("x".repeat(3_000_000), out.toString(UTF_8));
      guest.run("print-many", 1L);
      guest.run("print-many", 0L);
      assertEquals(3_000_001, out.size());
    }
  }

  @Test
  void muchOutputArrivesWhileTheGuestStillWrites() {
    var largest = new AtomicReference<>(0);
    var out =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new AssertionError("a byte at a time is too slow");
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            largest.accumulateAndGet(length, Math::max);
          }
        };
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out)))) {
      guest.run("print-many", 5_000_000L);
    }
    assertTrue(largest.get() <= 1 << 20, () -> largest + " bytes have waited");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void outputIsDiscardedUnlessItIsSet(boolean concurrent) {
    var console = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (var replacement = new PrintStream(console, true, UTF_8)) {
      System.setOut(replacement);
      System.setErr(replacement);
      for (WasiConfig wasi : List.of(WasiConfig.denied(), WasiConfig.builder().args("x").build())) {
        try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi), concurrent)) {
          guest.run("print", "nobody reads this\n");
          guest.run("print-error", "nor this\n");
          guest.run("print-many", 1_000_000L);
        }
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", console.toString(UTF_8));
  }

  @Test
  void outputCanGoWhereThisProcessWrites() {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    WasiConfig wasi;
    try (var newOut = new PrintStream(stdout, true, UTF_8);
        var newErr = new PrintStream(stderr, true, UTF_8)) {
      System.setOut(newOut);
      System.setErr(newErr);
      wasi = WasiConfig.builder().inheritStdout().inheritStderr().build();
      try (var guest = new ProberGuest(wasi)) {
        guest.run("print", "out ä");
        guest.run("print-error", "err");
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("out ä", stdout.toString(UTF_8));
    assertEquals("err", stderr.toString(UTF_8));
  }

  // Lines

  @Test
  void linesGoToAConsumer() {
    List<String> out = new ArrayList<>();
    List<String> err = new ArrayList<>();
    var wasi = WasiConfig.builder().stdout(out::add).stderr(err::add);
    try (var guest = new ProberGuest(config(wasi))) {
      guest.run("print", "one\ntwo\n\nthr");
      assertEquals(List.of("one", "two", ""), out);
      guest.run("print", "ee\n");
      assertEquals(List.of("one", "two", "", "three"), out);
      guest.run("print-error", "oops\n");
      assertEquals(List.of("oops"), err);
    }
  }

  @Test
  void linesOfWindowsEndToo() {
    List<String> out = new ArrayList<>();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out::add)))) {
      guest.run("print", "one\r\ntwo\r\n\r\na\rb\n\r\r\n");
      guest.run("print", "split\r");
      guest.run("print", "\n");
    }
    assertEquals(List.of("one", "two", "", "a\rb", "\r", "split"), out);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void charactersThatAreSplitAcrossWritesStayWhole(boolean concurrent) {
    // libc and its adapter cut at 1024 and 4096 bytes: each line is cut somewhere else.
    var expected = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      expected.add("x".repeat(i % 7) + "ä€𝄞".repeat(700));
    }
    List<String> out = new ArrayList<>();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out::add)), concurrent)) {
      guest.run("print", String.join("\n", expected) + "\n");
    }
    assertEquals(expected, out);
  }

  /** An object that output could go to in two ways. */
  private static final class Twofold extends ByteArrayOutputStream implements Consumer<String> {
    final List<String> lines = new ArrayList<>();

    @Override
    public void accept(String line) {
      lines.add(line);
    }
  }

  @Test
  void whatIsAStreamAndTakesLinesIsUsedAsItWasGranted() {
    var stream = new Twofold();
    var lines = new Twofold();
    var wasi = WasiConfig.builder().stdout((OutputStream) stream).stderr((Consumer<String>) lines);
    try (var guest = new ProberGuest(config(wasi))) {
      guest.run("print", "a\n");
      guest.run("print-error", "a\n");
    }
    assertEquals("a\n", stream.toString(UTF_8));
    assertEquals(List.of(), stream.lines);
    assertEquals(0, lines.size());
    assertEquals(List.of("a"), lines.lines);
  }

  @Test
  void theLastLineNeedsNoEnd() {
    List<String> out = new ArrayList<>();
    List<String> err = new ArrayList<>();
    var wasi = WasiConfig.builder().stdout(out::add).stderr(err::add);
    try (var guest = new ProberGuest(config(wasi))) {
      guest.run("print", "one\nno end");
      guest.run("print-error", "no end either");
      // More of it may come.
      assertEquals(List.of("one"), out);
    }
    assertEquals(List.of("one", "no end"), out);
    assertEquals(List.of("no end either"), err);
  }

  @Test
  void theLastLineOfAGuestThatFailsNeedsNoEnd() {
    List<String> out = new ArrayList<>();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out::add)))) {
      guest.run("print", "no end");
      assertThrows(TrapException.class, () -> guest.run("panic", "broken"));
    }
    assertEquals(List.of("no end"), out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ä", "€", "𝄞"})
  void endlessLinesAreCut(String character) {
    List<String> out = new ArrayList<>();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out::add)))) {
      guest.run("print", character.repeat(100_000) + "\n");
    }
    assertEquals(character.repeat(100_000), String.join("", out));
    for (String line : out) {
      assertTrue(line.getBytes(UTF_8).length <= (8 << 10) + 4, () -> line.length() + " characters");
    }
  }

  @Test
  void whatIsNoTextIsAccepted() {
    List<String> out = new ArrayList<>();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out::add)))) {
      guest.run("print", "a\0b\u001b[31m\uffff\n");
    }
    assertEquals(List.of("a\0b\u001b[31m\uffff"), out);
  }

  // Failures of output

  static Stream<Throwable> throwables() {
    return Stream.of(
        new IllegalStateException("unchecked"),
        new AssertionError("an error"),
        new StackOverflowError());
  }

  /** Writes a line and waits until that is done; says whether it was: 0 yes, 1 failed, 2 closed. */
  private static final String WRITER =
      """
      (component
        (import "wasi:io/error@0.2.0" (instance $error (export "error" (type (sub resource)))))
        (alias export $error "error" (type $error-type))
        (import "wasi:io/streams@0.2.0" (instance $streams
          (export "output-stream" (type $stream (sub resource)))
          (alias outer 1 $error-type (type $e))
          (type $failure' (variant (case "last-operation-failed" (own $e)) (case "closed")))
          (export "stream-error" (type $failure (eq $failure')))
          (export "[method]output-stream.write" (func
            (param "self" (borrow $stream)) (param "contents" (list u8))
            (result (result (error $failure)))))
          (export "[method]output-stream.check-write" (func
            (param "self" (borrow $stream)) (result (result u64 (error $failure)))))
          (export "[method]output-stream.flush" (func
            (param "self" (borrow $stream)) (result (result (error $failure)))))
          (export "[method]output-stream.blocking-flush" (func
            (param "self" (borrow $stream)) (result (result (error $failure)))))
          (export "[method]output-stream.blocking-write-and-flush" (func
            (param "self" (borrow $stream)) (param "contents" (list u8))
            (result (result (error $failure)))))))
        (alias export $streams "output-stream" (type $stream))
        (import "wasi:cli/stdout@0.2.0" (instance $stdout
          (alias outer 1 $stream (type $s))
          (export "get-stdout" (func (result (own $s))))))
        (core module $memory
          (memory (export "memory") 1)
          (data (i32.const 32) "line\\n"))
        (core instance $memory (instantiate $memory))
        (core func $get (canon lower (func $stdout "get-stdout")))
        (core func $write (canon lower (func $streams "[method]output-stream.write")
          (memory (core memory $memory "memory"))))
        (core func $check (canon lower (func $streams "[method]output-stream.check-write")
          (memory (core memory $memory "memory"))))
        (core func $flush (canon lower (func $streams "[method]output-stream.flush")
          (memory (core memory $memory "memory"))))
        (core func $wait (canon lower (func $streams "[method]output-stream.blocking-flush")
          (memory (core memory $memory "memory"))))
        (core func $write-and-wait (canon lower
          (func $streams "[method]output-stream.blocking-write-and-flush")
          (memory (core memory $memory "memory"))))
        (core module $m
          (import "memory" "memory" (memory 1))
          (import "wasi" "get" (func $get (result i32)))
          (import "wasi" "write" (func $write (param i32 i32 i32 i32)))
          (import "wasi" "check" (func $check (param i32 i32)))
          (import "wasi" "flush" (func $flush (param i32 i32)))
          (import "wasi" "wait" (func $wait (param i32 i32)))
          (import "wasi" "write-and-wait" (func $write-and-wait (param i32 i32 i32 i32)))
          (func $said (param $payload i32) (result i32)
            (if (result i32) (i32.load8_u (i32.const 0))
              (then (i32.add (i32.const 1) (i32.load8_u (local.get $payload))))
              (else (i32.const 0))))
          (func (export "write-and-wait") (result i32)
            (call $write-and-wait (call $get) (i32.const 32) (i32.const 5) (i32.const 0))
            (call $said (i32.const 4)))
          ;; Writes, and is told when it waits.
          (func (export "write-then-wait") (result i32)
            (local $stream i32)
            (local.set $stream (call $get))
            (call $check (local.get $stream) (i32.const 0))
            (if (i32.load8_u (i32.const 0))
              (then (return (call $said (i32.const 8)))))
            (call $write (local.get $stream) (i32.const 32) (i32.const 5) (i32.const 0))
            (if (i32.load8_u (i32.const 0))
              (then (return (call $said (i32.const 4)))))
            (call $wait (local.get $stream) (i32.const 0))
            (call $said (i32.const 4)))
          ;; Writes, and asks again and again whether it is done.
          (func (export "write-then-poll") (result i32)
            (local $stream i32)
            (local.set $stream (call $get))
            (call $check (local.get $stream) (i32.const 0))
            (if (i32.load8_u (i32.const 0))
              (then (return (call $said (i32.const 8)))))
            (call $write (local.get $stream) (i32.const 32) (i32.const 5) (i32.const 0))
            (call $flush (local.get $stream) (i32.const 0))
            (loop $again
              (call $check (local.get $stream) (i32.const 0))
              (if (i32.load8_u (i32.const 0))
                (then (return (call $said (i32.const 8)))))
              (br_if $again (i64.eqz (i64.load (i32.const 8)))))
            (i32.const 0))
          ;; Writes, and doesn't want to know.
          (func (export "write") (result i32)
            (local $stream i32)
            (local.set $stream (call $get))
            (call $check (local.get $stream) (i32.const 0))
            (if (i32.load8_u (i32.const 0))
              (then (return (call $said (i32.const 8)))))
            (call $write (local.get $stream) (i32.const 32) (i32.const 5) (i32.const 0))
            (call $said (i32.const 4))))
        (core instance $m (instantiate $m
          (with "memory" (instance $memory))
          (with "wasi" (instance
            (export "get" (func $get)) (export "write" (func $write))
            (export "check" (func $check)) (export "flush" (func $flush))
            (export "wait" (func $wait)) (export "write-and-wait" (func $write-and-wait))))))
        (func (export "write-and-wait") (result u8)
          (canon lift (core func $m "write-and-wait")))
        (func (export "write-then-wait") (result u8)
          (canon lift (core func $m "write-then-wait")))
        (func (export "write-then-poll") (result u8)
          (canon lift (core func $m "write-then-poll")))
        (func (export "write") (result u8) (canon lift (core func $m "write"))))
      """;

  /** A stream that takes so many bytes, and then fails whenever it is written to. */
  private static final class FullDisk extends OutputStream {
    final IOException reason = new IOException("the disk is full");
    final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private int left;
    int asked;

    FullDisk(int left) {
      this.left = left;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      asked++;
      if (length > left) {
        throw reason;
      }
      left -= length;
      taken.write(bytes, offset, length);
    }
  }

  /** Calls functions of {@link #WRITER} one after the other, and returns what they said. */
  private static List<Object> said(OutputStream out, boolean concurrent, String... functions) {
    try (Engine engine = Engine.builder().concurrency(concurrent).build();
        Component writer = engine.compileText(WRITER);
        var store = new Store(engine, config(WasiConfig.builder().stdout(out)))) {
      Instance instance = new Linker(engine).instantiate(store, writer);
      List<Object> said = new ArrayList<>();
      for (String function : functions) {
        said.add(instance.func(function).call());
      }
      return said;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestIsToldWhenItsOutputCannotBeWritten(boolean concurrent) {
    for (String function : List.of("write-and-wait", "write-then-wait")) {
      var disk = new FullDisk(10);
      // The first failure is that of an operation; what comes then finds the stream closed.
      assertEquals(
          List.of(0, 0, 1, 2, 2),
          said(disk, concurrent, function, function, function, function, "write"));
      assertEquals("line\nline\n", disk.taken.toString(UTF_8));
      // It isn't asked again.
      assertEquals(3, disk.asked);
    }
  }

  @Test
  void aGuestThatAsksAgainAndAgainIsTold() {
    assertEquals(
        List.of(0, 0, 1, 2),
        said(
            new FullDisk(10),
            false,
            "write-then-poll",
            "write-then-poll",
            "write-then-poll",
            "write-then-poll"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void outputThatIsLostWhenTheGuestIsGoneFailsTheCall(boolean concurrent) {
    var disk = new FullDisk(5);
    var exception =
        assertThrows(
            HostFunctionException.class, () -> said(disk, concurrent, "write", "write", "write"));
    assertSame(disk.reason, exception.getCause());
    assertEquals(2, disk.asked);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestThatGivesUpBecauseOfLostOutputFailsWithItsReason(boolean concurrent) {
    for (String function : List.of("print", "print-error")) {
      var disk = new FullDisk(0);
      var wasi = WasiConfig.builder().stdout(disk).stderr(disk);
      try (var guest = new ProberGuest(config(wasi), concurrent)) {
        guest.run("print", "");
        var exception = assertThrows(TrapException.class, () -> guest.run(function, "text\n"));
        assertSame(disk.reason, exception.getSuppressed()[0]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStreamThatKeepsItsFailuresToItselfIsAsked(boolean concurrent) {
    for (boolean before : new boolean[] {false, true}) {
      var printing = new PrintStream(new FullDisk(5), false, UTF_8);
      if (before) {
        printing.print("the host's own");
        printing.flush();
      }
      assertEquals(
          before ? List.of(1, 2) : List.of(0, 1),
          said(printing, concurrent, "write-and-wait", "write-and-wait"));
    }
  }

  /** Reads what this process has for standard input, as a guest. */
  static final class InputProgram {
    private InputProgram() {}

    public static void main(String[] arguments) {
      if (arguments.length > 0) {
        System.setIn(new ByteArrayInputStream(arguments[0].getBytes(UTF_8)));
      }
      try (var guest = new ProberGuest(WasiConfig.builder().inheritStdin().build())) {
        System.out.println(new String((byte[]) guest.ok("read-all-input"), UTF_8));
      }
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it redirects by a shell")
  void aProcessWithoutStandardInputHasNothingToRead(@TempDir Path folder) throws Exception {
    List<String> closing = List.of("sh", "-c", "exec \"$@\" <&-", "sh");
    assertEquals("", new ForkedJvm(closing, folder, InputProgram.class).ends(0));
    // What the program has put there itself is read all the same.
    assertEquals("own", new ForkedJvm(closing, folder, InputProgram.class, "own").ends(0));
    List<String> echo = List.of("sh", "-c", "echo text | \"$@\"", "sh");
    assertEquals("text", new ForkedJvm(echo, folder, InputProgram.class).ends(0));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it redirects by a shell")
  void whoRedirectsTheFileThatTheJvmReadsGetsIt(@TempDir Path folder) throws Exception {
    Path modules = Path.of(System.getProperty("java.home"), "lib", "modules");
    List<String> reading = List.of("sh", "-c", "exec \"$@\" <" + modules, "sh");
    String read = new ForkedJvm(reading, folder, FirstByteProgram.class).ends(0);
    assertEquals("reads", read);
  }

  /** Says whether a guest has a line of standard input. */
  static final class FirstByteProgram {
    private FirstByteProgram() {}

    public static void main(String[] arguments) {
      try (var guest = new ProberGuest(WasiConfig.builder().inheritStdin().build())) {
        // Bytes that are no text: an error, and not the end.
        boolean nothing = guest.call("read-line").equals(Result.ok(""));
        System.out.println(nothing ? "reads nothing" : "reads");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void aStreamThatFailsStopsTheGuest(Throwable thrown) {
    for (boolean concurrent : new boolean[] {false, true}) {
      var wasi = WasiConfig.builder().stdout(refusing(thrown)).stderr(refusing(thrown));
      for (String function : List.of("print", "print-error")) {
        try (var guest = new ProberGuest(config(wasi), concurrent)) {
          guest.run("print", "");
          var exception =
              assertThrows(HostFunctionException.class, () -> guest.run(function, "text\n"));
          assertSame(thrown, exception.getCause());
          assertTrue(exception.getMessage().startsWith(function + ": "), exception.getMessage());
          var lost = assertThrows(IllegalStateException.class, () -> guest.run("print", ""));
          assertSame(exception, lost.getCause());
        }
      }
    }
  }

  @Test
  void aConsumerOfLinesThatFailsStopsTheGuest() {
    var thrown = new IllegalStateException("the consumer's own");
    var wasi =
        WasiConfig.builder()
            .stdout(
                line -> {
                  throw thrown;
                });
    try (var guest = new ProberGuest(config(wasi))) {
      guest.run("print", "no line yet");
      var exception = assertThrows(HostFunctionException.class, () -> guest.run("print", "\n"));
      assertSame(thrown, exception.getCause());
    }
  }

  @Test
  void aGuestIsToldInTheMiddleOfItsOutput() {
    var thrown = new IOException("full");
    var out =
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] bytes) throws IOException {
            if (size() > 100_000) {
              throw thrown;
            }
            super.write(bytes);
          }
        };
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out)))) {
      var exception = assertThrows(TrapException.class, () -> guest.run("print-many", 60_000_000L));
      assertSame(thrown, exception.getSuppressed()[0]);
    }
    assertTrue(out.size() < 5_000_000, () -> out.size() + " bytes came");
  }

  @Test
  void aStreamMayUseAnotherStoreButNotTheGuests() {
    var inner = new ByteArrayOutputStream();
    List<String> refusals = new ArrayList<>();
    var guests = new ArrayList<ProberGuest>();
    try (var other = new ProberGuest(config(WasiConfig.builder().stdout(inner)));
        var guest =
            new ProberGuest(
                config(
                    WasiConfig.builder()
                        .stdout(
                            line -> {
                              other.run("print", "<" + line + ">");
                              refusals.add(
                                  assertThrows(
                                          IllegalStateException.class,
                                          () -> guests.getFirst().run("print", "again"))
                                      .getMessage());
                            })))) {
      guests.add(guest);
      guest.run("print", "one\n");
      guest.run("print", "two\n");
    }
    assertEquals("<one><two>", inner.toString(UTF_8));
    assertEquals(2, refusals.size());
  }

  // The limit

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void outputHasALimit(boolean concurrent) {
    var out = new ByteArrayOutputStream();
    var config =
        config(WasiConfig.builder().stdout(out).stderr(out))
            .withLimits(Limits.defaults().withOutputBytes(1_000));
    try (var guest = new ProberGuest(config, concurrent)) {
      guest.run("print", "x".repeat(400));
      guest.run("print-error", "x".repeat(400));
      guest.run("print", "x".repeat(200));
      var exception = assertThrows(ResourceLimitException.class, () -> guest.run("print", "x"));
      assertEquals(ResourceLimitException.Limit.OUTPUT_BYTES, exception.limit());
      assertEquals(1_000, exception.value());
      assertTrue(exception.getMessage().startsWith("print: "), exception.getMessage());
      assertTrue(exception.getMessage().contains("1000"), exception.getMessage());
      assertThrows(IllegalStateException.class, () -> guest.run("print", ""));
    }
    assertEquals("x".repeat(1_000), out.toString(UTF_8));
  }

  @Test
  void theLimitHoldsWithinOneCall() {
    var out = new ByteArrayOutputStream();
    var config =
        config(WasiConfig.builder().stdout(out))
            .withLimits(Limits.defaults().withOutputBytes(500_000));
    try (var guest = new ProberGuest(config)) {
      var exception =
          assertThrows(ResourceLimitException.class, () -> guest.run("print-many", 1L << 40));
      assertEquals(ResourceLimitException.Limit.OUTPUT_BYTES, exception.limit());
      assertEquals(500_000, exception.value());
    }
    assertTrue(out.size() <= 500_000, () -> out.size() + " bytes came");
    assertTrue(out.size() > 400_000, () -> out.size() + " bytes came");
  }

  @Test
  void eachStoreHasItsOwnLimit() {
    var out = new ByteArrayOutputStream();
    var config =
        config(WasiConfig.builder().stdout(out)).withLimits(Limits.defaults().withOutputBytes(10));
    for (int i = 0; i < 3; i++) {
      try (var guest = new ProberGuest(config)) {
        guest.run("print", "0123456789");
      }
    }
    assertEquals(30, out.size());
  }

  // What comes before the end

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAGuestPrintsBeforeItFailsArrives(boolean concurrent) {
    List<String> out = new ArrayList<>();
    List<String> err = new ArrayList<>();
    var wasi = WasiConfig.builder().stdout(out::add).stderr(err::add);
    try (var guest = new ProberGuest(config(wasi), concurrent)) {
      guest.run("print", "before\n");
      assertThrows(TrapException.class, () -> guest.run("panic", "the guest's last words"));
    }
    assertEquals(List.of("before"), out);
    String all = String.join("\n", err);
    assertTrue(all.contains("panicked at"), all);
    assertTrue(all.contains("the guest's last words"), all);
  }

  @Test
  void whatFailsWhenAGuestHasFailedDoesNotHideWhy() {
    var wasi = WasiConfig.builder().stderr(refusing(new IOException("full")));
    try (var guest = new ProberGuest(config(wasi))) {
      // Either is true; neither ends the JVM.
      assertThrows(GuestException.class, () -> guest.run("panic", "last words"));
    }
  }

  @Test
  void whatAGuestPrintsBeforeItExitsArrives() {
    List<String> out = new ArrayList<>();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdout(out::add)))) {
      guest.run("print", "before\n");
      assertThrows(GuestExitException.class, () -> guest.run("exit-with", 0));
    }
    assertEquals(List.of("before"), out);
  }

  // Input

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inputIsEmptyUnlessItIsSet(boolean concurrent) {
    try (var guest = new ProberGuest(config(WasiConfig.builder().args("x")), concurrent)) {
      assertEquals("", guest.ok("read-line"));
      assertArrayEquals(new byte[0], (byte[]) guest.ok("read-all-input"));
    }
    try (var guest = new ProberGuest(StoreConfig.defaults(), concurrent)) {
      assertEquals("", guest.ok("read-line"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inputCanBeBytes(boolean concurrent) {
    byte[] bytes = "first\nsecond ä€𝄞\nlast".getBytes(UTF_8);
    var config = config(WasiConfig.builder().stdin(bytes));
    // They were copied.
    bytes[0] = 'X';
    for (int i = 0; i < 2; i++) {
      // Each store reads them from the start.
      try (var guest = new ProberGuest(config, concurrent)) {
        assertEquals("first\n", guest.ok("read-line"));
        assertEquals("second ä€𝄞\n", guest.ok("read-line"));
        assertEquals("last", guest.ok("read-line"));
        assertEquals("", guest.ok("read-line"));
        assertArrayEquals(new byte[0], (byte[]) guest.ok("read-all-input"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inputCanBeAStream(boolean concurrent) {
    var bytes = new byte[3_000_000];
    new Random(3).nextBytes(bytes);
    // Pieces of all sizes, none among them too.
    var random = new Random(4);
    var stream =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] to, int offset, int length) {
            return super.read(to, offset, Math.min(length, random.nextInt(100_000)));
          }
        };
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdin(stream)), concurrent)) {
      assertArrayEquals(bytes, (byte[]) guest.ok("read-all-input"));
      assertArrayEquals(new byte[0], (byte[]) guest.ok("read-all-input"));
    }
  }

  @Test
  void aStreamIsReadOnlyWhenAGuestReads() {
    var input = new LateInput();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdin(input)))) {
      guest.run("print", "no input needed");
      assertEquals(List.of(), guest.call("args"));
      assertEquals(1, input.asked.getCount());
    }
  }

  @Test
  void inputCanBeThisProcessesOwn() {
    InputStream in = System.in;
    WasiConfig.Builder wasi;
    try {
      System.setIn(new ByteArrayInputStream("typed\n".getBytes(UTF_8)));
      wasi = WasiConfig.builder().inheritStdin();
    } finally {
      System.setIn(in);
    }
    try (var guest = new ProberGuest(config(wasi))) {
      assertEquals("typed\n", guest.ok("read-line"));
      assertEquals("", guest.ok("read-line"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestWaitsForInputThatComesLater(boolean concurrent) throws Exception {
    var input = new LateInput();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdin(input)), concurrent)) {
      var call = new FutureTask<>(() -> guest.ok("read-line"));
      Thread.ofPlatform().daemon().start(call);
      input.asked.await();
      assertFalse(call.isDone());
      input.give("half ");
      assertFalse(call.isDone());
      input.give("a line\nand more");
      assertEquals("half a line\n", call.get());
      input.end();
      assertEquals("and more", guest.ok("read-line"));
    }
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IOException("unplugged"),
        new IllegalStateException("unchecked"),
        new AssertionError("an error"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void inputThatFailsIsAnErrorOfTheGuests(Throwable reason) {
    for (boolean concurrent : new boolean[] {false, true}) {
      // A guest that waited forever would not get past its deadline.
      var config =
          config(WasiConfig.builder().stdin(failing(reason)))
              .withLimits(Limits.defaults().withDeadline(Duration.ofSeconds(10)));
      try (var guest = new ProberGuest(config, concurrent)) {
        String error = guest.error("read-line");
        assertFalse(error.isEmpty());
        guest.run("print", "the guest goes on");
        assertEquals(List.of(), guest.call("args"));
      }
    }
  }

  // Guests that wait for input

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void interruptingTheStoreEndsAGuestThatWaitsForInput(boolean concurrent) throws Exception {
    var input = new LateInput();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdin(input)), concurrent)) {
      var call = new FutureTask<>(() -> guest.ok("read-line"));
      Thread.ofPlatform().daemon().start(call);
      input.asked.await();
      guest.store().interrupt();
      var exception = assertThrows(ExecutionException.class, call::get);
      assertInstanceOf(GuestInterruptedException.class, exception.getCause());
    } finally {
      input.end();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void interruptingTheThreadEndsAGuestThatWaitsForInput(boolean concurrent) throws Exception {
    var input = new LateInput();
    try (var guest = new ProberGuest(config(WasiConfig.builder().stdin(input)), concurrent)) {
      var call =
          new FutureTask<>(
              () -> {
                var exception =
                    assertThrows(GuestInterruptedException.class, () -> guest.ok("read-line"));
                assertTrue(Thread.currentThread().isInterrupted(), "its status is kept");
                return exception;
              });
      Thread caller = Thread.ofPlatform().daemon().start(call);
      input.asked.await();
      caller.interrupt();
      assertTrue(call.get().getMessage().startsWith("read-line: "));
    } finally {
      input.end();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDeadlineEndsAGuestThatWaitsForInput(boolean concurrent) {
    var input = new LateInput();
    var config =
        config(WasiConfig.builder().stdin(input))
            .withLimits(Limits.defaults().withDeadline(Duration.ofMillis(200)));
    try (var guest = new ProberGuest(config, concurrent)) {
      var exception = assertThrows(ResourceLimitException.class, () -> guest.ok("read-line"));
      assertEquals(ResourceLimitException.Limit.DEADLINE, exception.limit());
      assertEquals(200_000_000, exception.value());
    } finally {
      input.end();
    }
  }

  @Test
  void aStoreThatIsClosedBeforeItsInputCameIsNotMissed() throws Exception {
    var input = new LateInput();
    for (int i = 0; i < 20; i++) {
      var late = i == 0 ? input : new LateInput();
      try (var guest = new ProberGuest(config(WasiConfig.builder().stdin(late)))) {
        var call = new FutureTask<>(() -> guest.ok("read-line"));
        Thread.ofPlatform().daemon().start(call);
        late.asked.await();
        guest.store().interrupt();
        assertThrows(ExecutionException.class, call::get);
      }
      // It comes when nobody waits any more.
      late.give("too late\n");
    }
  }
}
