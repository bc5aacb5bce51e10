package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.HostCall;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link Call}, {@link ImageWriter} and {@link ImageReader}, as generated code uses them. */
final class CallsOverImagesTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  @Test
  void argumentsAndResultsAreAtTheirOffsets() {
    List<String> types = List.of("u8", "u64", "string", "option<u16>");
    try (var guest = new EchoGuest(types, "result<u64, string>", "utf8", host -> Result.ok(-5L));
        Call call = guest.f().begin()) {
      call.arguments().putByte(0, (byte) 200);
      call.arguments().putLong(8, -1L);
      call.arguments().putString(16, "text");
      call.arguments().putBool(24, true);
      call.arguments().putShort(26, (short) -1);
      call.invoke();
      assertEquals(0, call.result().getByte(0));
      assertEquals(-5L, call.result().getLong(8));
    }
  }

  @Test
  void listsOfListsAreWrittenAndReadByElement() {
    try (var guest = new EchoGuest("list<list<string>>", host -> host.argument(0));
        Call call = guest.f().begin()) {
      List<List<String>> value = List.of(List.of("a", "b"), List.of(), List.of("\u00e9"));
      call.arguments()
          .putList(
              0,
              value,
              8,
              4,
              (image, at, list) -> image.putList(at, list, 8, 4, ImageWriter::putString));
      call.invoke();
      List<List<String>> result =
          call.result()
              .getList(
                  0, 8, (image, at) -> image.getList(at, 8, (inner, of) -> inner.getString(of)));
      assertEquals(value, result);
    }
  }

  @Test
  void callsGoStateByState() {
    try (var guest = new EchoGuest("u32", host -> host.argument(0))) {
      Call call = guest.f().begin();
      var exception = assertThrows(IllegalStateException.class, call::result);
      assertEquals(
          "f has not been invoked yet: there is no result to read", exception.getMessage());
      call.arguments().putInt(0, 5);
      call.invoke();
      exception = assertThrows(IllegalStateException.class, call::arguments);
      assertEquals(
          "f has been invoked: its arguments can't be written any more", exception.getMessage());
      exception = assertThrows(IllegalStateException.class, call::invoke);
      assertEquals("f has been invoked: it can't be invoked again", exception.getMessage());
      assertEquals(5, call.result().getInt(0));
      call.close();
      call.close();
      for (var use : List.<Runnable>of(call::result, call::arguments, call::invoke)) {
        exception = assertThrows(IllegalStateException.class, use::run);
        assertTrue(exception.getMessage().startsWith("the call is over: "), exception.getMessage());
      }
      assertEquals(6, guest.call(6));
    }
  }

  @Test
  void callsThatWereNotInvokedLeaveTheStoreUsable() {
    try (var guest = new EchoGuest("string", host -> host.argument(0))) {
      try (Call call = guest.f().begin()) {
        call.arguments().putString(0, "never sent");
      }
      try (Call call = guest.f().begin()) {
        assertThrows(IllegalArgumentException.class, () -> call.arguments().putString(0, "\ud800"));
      }
      assertEquals("sent", guest.call("sent"));
    }
  }

  /** They must not be kept; who does it anyway gets an exception or nonsense, and no crash. */
  @Test
  void writersAndReadersThatWereKeptDoNoHarm() {
    ImageWriter writer;
    ImageReader reader;
    List<Runnable> uses;
    try (var guest = new EchoGuest("list<u8>", host -> host.argument(0))) {
      try (Call call = guest.f().begin()) {
        writer = call.arguments();
        writer.putBytes(0, new byte[] {1});
        call.invoke();
        reader = call.result();
      }
      uses =
          List.of(
              () -> writer.putBool(0, true),
              () -> writer.putByte(0, (byte) 1),
              () -> writer.putLong(0, 1),
              () -> writer.putString(0, ""),
              () -> writer.putString(0, "text"),
              () -> writer.putString(0, "x".repeat(1_000)),
              () -> writer.putBytes(0, new byte[0]),
              () -> writer.putBytes(0, new byte[100]),
              () -> writer.putBytes(0, new byte[10_000]),
              () -> writer.putString(0, "x".repeat(100_000)),
              () -> writer.allocate(8, 8),
              () -> reader.getInt(0),
              () -> reader.getLong(1 << 20),
              () -> reader.getString(0),
              () -> reader.getBytes(0),
              () -> reader.getList(0, 1, ImageReader::getByte));
      for (Runnable use : uses) {
        try {
          use.run();
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
          assertNotNull(e.getMessage());
        }
        byte[] bytes = {2, 3};
        Values.assertSame(bytes, guest.call((Object) bytes), "the next call");
      }
    }
    for (int i = 0; i < uses.size(); i++) {
      var exception = assertThrows(RuntimeException.class, uses.get(i)::run, "use " + i);
      assertTrue(
          exception instanceof IllegalStateException
              || exception instanceof IndexOutOfBoundsException,
          exception.toString());
    }
  }

  @Test
  void accessBeyondTheImageIsRefused() {
    try (var guest = new EchoGuest("u32", host -> host.argument(0));
        Call call = guest.f().begin()) {
      ImageWriter writer = call.arguments();
      for (long at : new long[] {-1, Integer.MIN_VALUE, Long.MIN_VALUE, 1L << 31, Long.MAX_VALUE}) {
        assertThrows(IndexOutOfBoundsException.class, () -> writer.putInt(at, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> writer.putLong(at, 1));
      }
      writer.putInt(0, 3);
      call.invoke();
      ImageReader reader = call.result();
      for (long at : new long[] {-1, Long.MIN_VALUE, 1L << 40, Long.MAX_VALUE}) {
        assertThrows(IndexOutOfBoundsException.class, () -> reader.getInt(at));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.getString(at));
      }
      assertEquals(3, reader.getInt(0));
    }
  }

  private static Arguments wrong(
      String what, String type, Consumer<ImageWriter> write, String... said) {
    return Arguments.of(what, type, write, List.of(said));
  }

  private static void pair(ImageWriter image, long offset, long length) {
    image.putInt(0, (int) offset);
    image.putInt(4, (int) length);
  }

  static Stream<Arguments> wrongImages() {
    byte[] notUtf8 = {'a', (byte) 0xff, 'b'};
    return Stream.of(
        wrong("discriminant of an option", "option<u32>", i -> i.putByte(0, (byte) 2), "2"),
        wrong("discriminant of a result", "result", i -> i.putByte(0, (byte) 0xff), "255"),
        wrong("char beyond Unicode", "char", i -> i.putInt(0, 0x110000), "0x110000"),
        wrong("surrogate as a char", "char", i -> i.putInt(0, 0xd800), "0xd800"),
        wrong("bytes that are no text", "string", i -> i.putBytes(0, notUtf8), "UTF-8"),
        wrong("string out of bounds", "string", i -> pair(i, 1 << 20, 1), "1 bytes", "1048576"),
        wrong("string that is too long", "string", i -> pair(i, 8, 1 << 20), "1048576 bytes"),
        wrong("string as long as can be", "string", i -> pair(i, 8, -1), "4294967295 bytes"),
        wrong("list out of bounds", "list<u64>", i -> pair(i, 8, 1 << 20), "8388608 bytes"),
        wrong("list as long as can be", "list<u64>", i -> pair(i, 0x7fff_fff8, -1), "bytes"),
        wrong(
            "list of strings as long as can be",
            "list<string>",
            i -> pair(i, 0, -1),
            "34359738360 bytes"),
        wrong(
            "list that is not aligned",
            "list<u64>",
            i -> {
              i.allocate(64, 8);
              pair(i, 12, 1);
            },
            "12",
            "aligned to 8"),
        wrong("missing side-table entry", "list<u8>", i -> pair(i, 1 << 31 | 7, 3), "entry 7"),
        wrong("last side-table entry", "list<u8>", i -> pair(i, -1, 3), "entry 2147483647"),
        wrong(
            "side-table entry of another size",
            "list<u32>",
            i -> i.putBytes(0, new byte[10_000]),
            "entry 0",
            "40000 bytes"),
        wrong(
            "side-table entry for a string",
            "string",
            i -> i.putBytes(0, new byte[10_000]),
            "10000 bytes"),
        wrong(
            "side-table entry for other lists",
            "list<string>",
            i -> i.putBytes(0, new byte[10_000]),
            "side table"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongImages")
  void wrongImagesAreRefusedBeforeTheGuestSeesThem(
      String what, String type, Consumer<ImageWriter> write, List<String> said) {
    List<Object> seen = new ArrayList<>();
    try (var guest = new EchoGuest(type, EchoGuest.returningFirst(seen))) {
      RuntimeException exception;
      try (Call call = guest.f().begin()) {
        write.accept(call.arguments());
        exception = assertThrows(IllegalArgumentException.class, call::invoke);
      }
      for (String part : said) {
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
      }
      assertTrue(exception.getMessage().startsWith("f: "), exception.getMessage());
      assertEquals(List.of(), seen);
      assertLost(guest.f(), exception);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongImages")
  void wrongImagesFromHostFunctionsAreRefusedToo(
      String what, String type, Consumer<ImageWriter> write, List<String> said) {
    Component component = Guests.wat(EchoGuest.text(List.of(), type, "utf8"));
    try (component;
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().funcOverImages("h", (arguments, result) -> write.accept(result));
      Func f = linker.instantiate(store, component).func("f");
      var exception = assertThrows(RuntimeException.class, f::call);
      for (String part : said) {
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
      }
      assertInstanceOf(HostFunctionException.class, exception);
      assertLost(f, exception);
    }
  }

  @Test
  void memoryThatWasClosedBeforeTheCallIsReported() {
    try (var guest = new EchoGuest("list<u8>", host -> host.argument(0));
        Call call = guest.f().begin()) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment segment = arena.allocate(10_000);
        call.arguments().putBytes(0, segment);
      }
      var exception = assertThrows(RuntimeException.class, call::invoke);
      Throwable reason =
          exception.getCause() != null ? exception.getCause() : exception.getSuppressed()[0];
      assertEquals("Already closed", reason.getMessage());
      assertTrue(exception.getMessage().contains("Already closed"), exception.getMessage());
    }
  }

  private static void assertLost(Func f, RuntimeException by) {
    var exception = assertThrows(IllegalStateException.class, f::begin);
    assertTrue(exception.getMessage().contains("use a fresh store"), exception.getMessage());
    assertEquals(by, exception.getCause());
  }

  @Test
  void argumentsOfAHostFunctionEndWithIt() {
    List<HostCall> kept = new ArrayList<>();
    try (var guest =
        new EchoGuest(
            List.of("string", "u32"),
            null,
            "utf8",
            call -> {
              kept.add(call);
              return null;
            })) {
      guest.call("text", 1);
      HostCall call = kept.getFirst();
      for (var use :
          List.<Runnable>of(
              call::count, () -> call.argument(0), () -> call.string(0), () -> call.int32(1))) {
        var exception = assertThrows(IllegalStateException.class, use::run);
        assertEquals(
            "the host function has returned: its arguments are gone", exception.getMessage());
      }
    }
  }

  @Test
  void argumentsReadAsAnotherTypeAreAnErrorOfTheHostFunction() {
    List<String> messages = new ArrayList<>();
    try (var guest =
        new EchoGuest(
            List.of("string", "u32", "list<u8>"),
            null,
            "utf8",
            call -> {
              for (var read :
                  List.<Runnable>of(
                      () -> call.int32(0),
                      () -> call.string(1),
                      () -> call.int64(1),
                      () -> call.float32(1),
                      () -> call.float64(1),
                      () -> call.bool(1),
                      () -> call.bytes(0),
                      () -> call.string(2))) {
                messages.add(assertThrows(IllegalArgumentException.class, read::run).getMessage());
              }
              assertThrows(IndexOutOfBoundsException.class, () -> call.argument(3));
              assertThrows(IndexOutOfBoundsException.class, () -> call.argument(-1));
              assertThrows(IndexOutOfBoundsException.class, () -> call.string(3));
              return null;
            })) {
      guest.call("text", 1, "bytes".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(8, messages.size());
    assertEquals(
        "parameter p0: string of the host function h can't be read with int32(): it has another"
            + " type",
        messages.getFirst());
  }

  @Test
  void aHostFunctionThatWritesNoResultGivesWhatWasThereOrAnError() {
    Component component = Guests.wat(EchoGuest.text(List.of("string"), "string", "utf8"));
    try (component;
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().funcOverImages("h", (arguments, result) -> {});
      Func f = linker.instantiate(store, component).func("f");
      try {
        assertInstanceOf(String.class, f.call("text"));
      } catch (GuestException | IllegalArgumentException e) {
        assertTrue(e.getMessage().startsWith("f: "), e.getMessage());
      }
    }
  }
}
