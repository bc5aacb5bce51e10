package dev.switchblade.tests;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostFunction;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Linker;
import dev.switchblade.ListVisitor;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.SwitchbladeException;
import dev.switchblade.TrapException;
import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.abi.Call;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are copied once, from a memory segment, or not at all, seen in guest memory. */
final class ZeroCopyTest {

  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Lists of so many bytes go straight into the guest. */
  private static final int DIRECT = 8 << 10;

  private static final String NAMED =
      """
      (type $point-here (record (field "x" s32) (field "y" f64)))
      (import "point" (type $point (eq $point-here)))
      (type $mark-here (record (field "at" u32) (field "set" bool)))
      (import "mark" (type $mark (eq $mark-here)))
      (type $entry-here (record
        (field "name" string)
        (field "data" (list u8))
        (field "more" (option (list f64)))))
      (import "entry" (type $entry (eq $entry-here)))
      (type $shape-here (variant (case "path" (list $point)) (case "none")))
      (import "shape" (type $shape (eq $shape-here)))
      (type $color-here (enum "red" "green"))
      (import "color" (type $color (eq $color-here)))
      """;

  /** A guest whose function {@code f} takes what {@code h} takes, and returns what it returns. */
  private static final class Guest implements AutoCloseable {
    private final Component component;
    private final Store store = new Store(Guests.ENGINE);
    private final Func f;

    private Guest(String type, String core, String values, HostFunction h) {
      component =
          Guests.wat(
              """
              (component
                %1$s
                (import "h" (func $h %2$s))
                %3$s
                (core func $lowered (canon lower (func $h) %4$s))
                (core module $m
                  (import "h" "h" (func $h %5$s))
                  (import "libc" "reset" (func $reset))
                  (func (export "f") %5$s (result i32) (local $results i32)
                    (local.set $results (i32.const 1024))
                    (call $h %6$s)
                    (i32.const 1024))
                  (func (export "post") (param i32) (call $reset)))
                (core instance $h (export "h" (func $lowered)))
                (core instance $m (instantiate $m
                  (with "h" (instance $h))
                  (with "libc" (instance $libc))))
                (func (export "f") %2$s
                  (canon lift (core func $m "f") %4$s (post-return (core func $m "post")))))
              """
                  .formatted(NAMED, type, Guests.LIBC, Guests.WITH_LIBC, core, values)
                  .replace(
                      "(export \"f\") " + core + " (result i32)",
                      "(export \"f\") " + core.replaceFirst(" i32\\)$", ")") + " (result i32)"));
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", h);
      f = linker.instantiate(store, component).func("f");
    }

    /** {@code f: func(list: list<element>) -> list<element>}. */
    static Guest echo(String element) {
      return echo(element, call -> call.argument(0));
    }

    static Guest echo(String element, HostFunction h) {
      String list = "(list " + element + ")";
      return new Guest(
          "(param \"list\" " + list + ") (result " + list + ")",
          "(param i32 i32 i32)",
          "(local.get 0) (local.get 1) (i32.const 1024)",
          h);
    }

    /** {@code f: func() -> type}, for types of several core values. */
    static Guest returning(String type, Object value) {
      return new Guest("(result " + type + ")", "(param i32)", "(i32.const 1024)", call -> value);
    }

    @Nullable Object call(@Nullable Object... arguments) {
      return f.call(arguments);
    }

    Func f() {
      return f;
    }

    @Override
    public void close() {
      store.close();
      component.close();
    }
  }

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path folder;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static void assertSays(Exception exception, String... parts) {
    for (String part : parts) {
      assertTrue(
          exception.getMessage() != null && exception.getMessage().contains(part),
          exception.toString());
    }
  }

  /** Where a segment may come from. */
  enum Origin {
    HEAP_BYTES,
    HEAP_LONGS,
    CONFINED,
    SHARED,
    AUTO,
    READ_ONLY,
    READ_ONLY_HEAP,
    SLICE,
    HEAP_SLICE,
    MAPPED;

    MemorySegment allocate(Arena arena, Arena shared, byte[] content) throws IOException {
      int size = content.length;
      MemorySegment made =
          switch (this) {
            case HEAP_BYTES, READ_ONLY_HEAP -> MemorySegment.ofArray(new byte[size]);
            case HEAP_LONGS -> MemorySegment.ofArray(new long[(size + 7) / 8]).asSlice(0, size);
            case CONFINED, READ_ONLY -> arena.allocate(size, 16);
            case SHARED -> shared.allocate(size, 16);
            case AUTO -> Arena.ofAuto().allocate(size, 16);
            case SLICE -> arena.allocate(size + 13L, 16).asSlice(7, size);
            case HEAP_SLICE -> MemorySegment.ofArray(new byte[size + 13]).asSlice(7, size);
            case MAPPED -> map(arena, size);
          };
      MemorySegment.copy(content, 0, made, JAVA_BYTE, 0, size);
      return name().startsWith("READ_ONLY") ? made.asReadOnly() : made;
    }

    private static MemorySegment map(Arena arena, int size) throws IOException {
      Path file = Files.createTempFile(folder, "mapped", null);
      Files.write(file, new byte[size]);
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        return channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
      }
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (31 * i + 7);
    }
    return bytes;
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void bytesComeFromAnySegment(Origin origin) throws IOException {
    try (var guest = Guest.echo("u8");
        Arena arena = Arena.ofConfined();
        Arena shared = Arena.ofShared()) {
      for (int size : new int[] {0, 1, 7, DIRECT - 1, DIRECT, DIRECT + 1, 2 * DIRECT, 100_000}) {
        byte[] content = bytes(size);
        MemorySegment segment = origin.allocate(arena, shared, content);
        assertArrayEquals(content, (byte[]) guest.call(segment), () -> "size " + size);
        try (Call call = guest.f().begin()) {
          call.arguments().putSegment(0, segment, 1);
          call.invoke();
          assertArrayEquals(content, call.result().getBytes(0), () -> "size " + size);
        }
        try (Call call = guest.f().begin()) {
          call.arguments().putBytes(0, segment);
          call.invoke();
          assertArrayEquals(content, call.result().getBytes(0), () -> "size " + size);
        }
        assertArrayEquals(content, segment.toArray(JAVA_BYTE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void doublesComeFromAnySegment(Origin origin) throws IOException {
    try (var guest = Guest.echo("float64");
        Arena arena = Arena.ofConfined();
        Arena shared = Arena.ofShared()) {
      for (int count : new int[] {0, 1, DIRECT / 8 - 1, DIRECT / 8, DIRECT / 8 + 1, 10_000}) {
        double[] content = new double[count];
        byte[] image = new byte[8 * count];
        for (int i = 0; i < count; i++) {
          content[i] = i * 0.5 - 3;
          MemorySegment.ofArray(image).set(DOUBLE, 8L * i, content[i]);
        }
        MemorySegment segment = origin.allocate(arena, shared, image);
        assertArrayEquals(content, (double[]) guest.call(segment), () -> "count " + count);
        try (Call call = guest.f().begin()) {
          call.arguments().putSegment(0, segment, 8);
          call.invoke();
          assertArrayEquals(content, call.result().getDoubles(0), () -> "count " + count);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void recordsOfNumbersComeFromAnySegment(Origin origin) throws IOException {
    try (var guest = Guest.echo("$point");
        Arena arena = Arena.ofConfined();
        Arena shared = Arena.ofShared()) {
      for (int count : new int[] {0, 1, DIRECT / 16 - 1, DIRECT / 16, DIRECT / 16 + 1, 5_000}) {
        List<WitRecord> content = new ArrayList<>();
        byte[] image = new byte[16 * count];
        MemorySegment writer = MemorySegment.ofArray(image);
        for (int i = 0; i < count; i++) {
          content.add(WitRecord.of("x", -i, "y", i * 0.25));
          writer.set(INT, 16L * i, -i);
          writer.set(DOUBLE, 16L * i + 8, i * 0.25);
        }
        MemorySegment segment = origin.allocate(arena, shared, image);
        assertEquals(content, guest.call(segment), () -> "count " + count);
        try (Call call = guest.f().begin()) {
          call.arguments().putSegment(0, segment, 16);
          call.invoke();
          assertEquals(
              content,
              call.result()
                  .getList(
                      0,
                      16,
                      (in, at) -> WitRecord.of("x", in.getInt(at), "y", in.getDouble(at + 8))),
              () -> "count " + count);
        }
      }
    }
  }

  /** What is not any number is checked, whatever its size. */
  @Test
  void segmentsOfCheckedValuesAreChecked() {
    try (var guest = Guest.echo("$mark")) {
      for (int count : new int[] {1, DIRECT / 8, 5_000}) {
        MemorySegment marks = MemorySegment.ofArray(new int[2 * count]);
        for (int i = 0; i < count; i++) {
          marks.set(INT, 8L * i, i);
          marks.set(JAVA_BYTE, 8L * i + 4, (byte) (i % 2));
        }
        List<?> back = (List<?>) Objects.requireNonNull(guest.call(marks));
        assertEquals(count, back.size());
        assertEquals(WitRecord.of("at", count - 1, "set", (count - 1) % 2 == 1), back.getLast());
      }
    }
    try (var guest = Guest.echo("char")) {
      MemorySegment chars = MemorySegment.ofArray(new int[] {'a', 'b', 0x1f600});
      assertEquals(List.of((int) 'a', (int) 'b', 0x1f600), guest.call(chars));
      chars.set(INT, 4, 0xd800);
      var exception = assertThrows(IllegalArgumentException.class, () -> guest.call(chars));
      assertSays(exception, "f: ", "[1]", "0xd800");
    }
  }

  @Test
  void segmentsStandForListsOfFixedLayoutOnly() {
    MemorySegment segment = MemorySegment.ofArray(new byte[16]);
    for (String element : List.of("string", "(list u8)", "(option string)", "$entry")) {
      try (var guest = Guest.echo(element)) {
        var exception = assertThrows(IllegalArgumentException.class, () -> guest.call(segment));
        assertSays(exception, "f(list): expected list<", "(List), got ");
        assertEquals(List.of(), guest.call(List.of()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 9, 15, DIRECT - 1, DIRECT + 1, 100_001})
  void aSizeThatIsNoMultipleOfTheElementsIsRefused(int size) {
    MemorySegment segment = MemorySegment.ofArray(new byte[size]);
    for (String element : List.of("float64", "$point", "u16", "(tuple u32 u8)")) {
      if (element.equals("u16") && size % 2 == 0) {
        continue;
      }
      try (var guest = Guest.echo(element)) {
        var exception = assertThrows(IllegalArgumentException.class, () -> guest.call(segment));
        assertSays(exception, "f(list)", "bytes each", "a segment of " + size + " bytes");
        guest.call(MemorySegment.ofArray(new long[2]));
        try (Call call = guest.f().begin()) {
          var unfit =
              assertThrows(
                  IllegalArgumentException.class,
                  () -> call.arguments().putSegment(0, segment, 16));
          assertEquals(
              "f(list): expected elements of 16 bytes each, got a segment of " + size + " bytes",
              unfit.getMessage());
        }
        guest.call(MemorySegment.ofArray(new long[2]));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 2 * DIRECT})
  void aClosedArenasSegmentIsRefused(int size) {
    MemorySegment closed;
    try (Arena arena = Arena.ofConfined()) {
      closed = arena.allocate(size);
    }
    MemorySegment shared;
    try (Arena arena = Arena.ofShared()) {
      shared = arena.allocate(size);
    }
    for (MemorySegment segment : List.of(closed, shared)) {
      for (String element : List.of("u8", "$point", "$mark")) {
        try (var guest = Guest.echo(element)) {
          var exception = assertThrows(IllegalStateException.class, () -> guest.call(segment));
          assertSays(exception, "f(list)", "released");
          try (Call call = guest.f().begin()) {
            long elementSize = element.equals("$point") ? 16 : 1;
            var refused =
                assertThrows(
                    IllegalStateException.class,
                    () -> call.arguments().putSegment(0, segment, elementSize));
            assertEquals("f(list): the segment has been released", refused.getMessage());
          }
          guest.call(MemorySegment.ofArray(new long[2]));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 2 * DIRECT})
  void anotherThreadsConfinedSegmentIsRefused(int size) throws InterruptedException {
    var foreign = new CompletableFuture<MemorySegment>();
    var done = new CountDownLatch(1);
    Thread owner =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (Arena arena = Arena.ofConfined()) {
                    foreign.complete(arena.allocate(size));
                    done.await();
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                });
    MemorySegment segment = foreign.join();
    for (String element : List.of("u8", "$point", "$mark")) {
      try (var guest = Guest.echo(element)) {
        var exception = assertThrows(IllegalArgumentException.class, () -> guest.call(segment));
        assertSays(exception, "f(list)", "this thread");
        guest.call(MemorySegment.ofArray(new long[2]));
      }
    }
    done.countDown();
    owner.join();
  }

  @Test
  @SuppressWarnings("restricted")
  void aSegmentThatNoGuestCouldTakeIsRefused() {
    MemorySegment huge = MemorySegment.ofAddress(64).reinterpret(1L << 40);
    try (var guest = Guest.echo("u8")) {
      var exception = assertThrows(IllegalArgumentException.class, () -> guest.call(huge));
      assertSays(exception, "f(list)", (1L << 40) + " bytes");
      assertEquals(0, ((byte[]) Objects.requireNonNull(guest.call(new byte[0]))).length);
    }
  }

  /** The contract is broken, the JVM is not. */
  @Test
  void whatIsReleasedBeforeTheCallIsMadeIsNotRead() {
    try (var guest = Guest.echo("u8")) {
      try (Call call = guest.f().begin()) {
        try (Arena arena = Arena.ofConfined()) {
          call.arguments().putSegment(0, arena.allocate(2 * DIRECT), 1);
        }
        var exception = assertThrows(RuntimeException.class, call::invoke);
        assertTrue(
            exception instanceof IllegalStateException
                || exception instanceof IllegalArgumentException
                || exception instanceof SwitchbladeException,
            exception.toString());
        assertSays(exception, "f: ", "closed");
      }
    }
  }

  @Test
  void hostFunctionsCanReturnSegments() {
    byte[] small = bytes(100);
    byte[] large = bytes(100_000);
    for (byte[] content : List.of(small, large)) {
      try (Arena arena = Arena.ofShared();
          var guest =
              Guest.echo("u8", call -> arena.allocate(content.length).copyFrom(heap(content)))) {
        assertArrayEquals(content, (byte[]) guest.call(new byte[0]));
      }
    }
  }

  private static MemorySegment heap(byte[] content) {
    return MemorySegment.ofArray(content);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 2 * DIRECT})
  void hostFunctionsCannotReturnReleasedSegments(int size) {
    HostFunction careless =
        call -> {
          try (Arena arena = Arena.ofConfined()) {
            return arena.allocate(size);
          }
        };
    try (var guest = Guest.echo("u8", careless)) {
      var exception = assertThrows(HostFunctionException.class, () -> guest.call(new byte[0]));
      assertInstanceOf(IllegalStateException.class, exception.getCause());
      assertSays(exception, "h", "released");
    }
  }

  /** What a visitor saw: copies of the lists, in order. */
  private static final class Seen implements ListVisitor {
    private final List<byte[]> lists = new ArrayList<>();
    private final List<MemorySegment> segments = new ArrayList<>();

    @Override
    public void visit(MemorySegment elements) {
      segments.add(elements);
      lists.add(elements.toArray(JAVA_BYTE));
    }

    void assertLists(byte[]... expected) {
      assertEquals(Arrays.deepToString(expected), Arrays.deepToString(lists.toArray()));
    }
  }

  private static byte[] image(int... values) {
    byte[] image = new byte[4 * values.length];
    for (int i = 0; i < values.length; i++) {
      heap(image).set(INT, 4L * i, values[i]);
    }
    return image;
  }

  private static byte[] image(double... values) {
    byte[] image = new byte[8 * values.length];
    for (int i = 0; i < values.length; i++) {
      heap(image).set(DOUBLE, 8L * i, values[i]);
    }
    return image;
  }

  @Test
  void listsAreVisitedInTheResultsOrder() {
    Object value =
        Tuple.of(
            new byte[] {1, 2, 3},
            "text",
            new double[] {0.5, -1},
            List.of(new int[] {4}, new int[] {5, 6}),
            new byte[] {7});
    try (var guest =
        Guest.returning(
            "(tuple (list u8) string (list float64) (list (list u32)) (list s8))", value)) {
      for (int i = 0; i < 3; i++) {
        var seen = new Seen();
        guest.f().callInPlace(seen);
        seen.assertLists(
            new byte[] {1, 2, 3}, image(0.5, -1), image(4), image(5, 6), new byte[] {7});
      }
      // The next one is copied as ever.
      Tuple copied = (Tuple) Objects.requireNonNull(guest.call());
      assertArrayEquals(new byte[] {1, 2, 3}, (byte[]) copied.get(0));
    }
  }

  /** Where there are several, a visitor may want to know which it sees: from 0, in each call. */
  @Test
  void anIndexedVisitorKnowsWhichListItSees() {
    Object value =
        Tuple.of(
            new byte[] {1},
            Optional.empty(),
            Optional.of(new int[] {2}),
            List.of(new byte[] {3}, new byte[0]));
    try (var guest =
        Guest.returning(
            "(tuple (list u8) (option (list u8)) (option (list u32)) (list (list u8)))", value)) {
      for (int i = 0; i < 2; i++) {
        List<String> seen = new ArrayList<>();
        guest
            .f()
            .callInPlace(
                ListVisitor.indexed(
                    (list, elements) ->
                        seen.add(list + Arrays.toString(elements.toArray(JAVA_BYTE)))));
        assertEquals(List.of("0[1]", "1[2, 0, 0, 0]", "2[3]", "3[]"), seen);
      }
    }
    ListVisitor alone =
        ListVisitor.indexed((list, elements) -> assertEquals(0, list + elements.byteSize()));
    alone.visit(MemorySegment.NULL);
  }

  @Test
  void listsAreVisitedWhereverTheyAre() {
    Object value =
        List.of(
            WitRecord.of(
                "name", "a", "data", new byte[] {1}, "more", Optional.of(new double[] {2})),
            WitRecord.of("name", "b", "data", new byte[] {3}, "more", Optional.empty()),
            WitRecord.of("name", "c", "data", new byte[0], "more", Optional.of(new double[0])));
    try (var guest = Guest.returning("(list $entry)", value)) {
      var seen = new Seen();
      guest.f().callInPlace(seen);
      seen.assertLists(new byte[] {1}, image(2.0), new byte[] {3}, new byte[0], new byte[0]);
    }
    try (var guest =
        Guest.returning("(result (list u32) (error string))", Result.ok(new int[] {1, 2}))) {
      var seen = new Seen();
      guest.f().callInPlace(seen);
      seen.assertLists(image(1, 2));
    }
    try (var guest = Guest.returning("(result (list u32) (error string))", Result.err("no"))) {
      var seen = new Seen();
      guest.f().callInPlace(seen);
      seen.assertLists();
    }
    try (var guest = Guest.returning("(map string (list u8))", Map.of("key", new byte[] {1, 2}))) {
      var seen = new Seen();
      guest.f().callInPlace(seen);
      seen.assertLists(new byte[] {1, 2});
    }
  }

  @Test
  void listsOfRecordsTuplesAndFixedLengthListsOfNumbersAreVisited() {
    Object points = List.of(WitRecord.of("x", 1, "y", 0.5), WitRecord.of("x", -2, "y", 1.5));
    for (Object[] one :
        new Object[][] {
          {"(list $point)", points},
          {"$shape", WitVariant.of("path", points)},
          {"(list (tuple s32 float64))", List.of(Tuple.of(1, 0.5), Tuple.of(-2, 1.5))}
        }) {
      try (var guest = Guest.returning((String) one[0], one[1])) {
        var seen = new Seen();
        guest.f().callInPlace(seen);
        assertEquals(1, seen.lists.size());
        MemorySegment list = heap(seen.lists.getFirst());
        assertEquals(32, list.byteSize());
        assertEquals(1, list.get(INT, 0));
        assertEquals(0.5, list.get(DOUBLE, 8));
        assertEquals(-2, list.get(INT, 16));
        assertEquals(1.5, list.get(DOUBLE, 24));
      }
    }
    try (var guest =
        Guest.returning("(list (list u32 2))", List.of(new int[] {1, 2}, new int[] {3, 4}))) {
      var seen = new Seen();
      guest.f().callInPlace(seen);
      seen.assertLists(image(1, 2, 3, 4));
    }
  }

  @Test
  void listsOfAnythingElseAreNotVisited() {
    for (Object[] one :
        new Object[][] {
          {"(list bool)", List.of(true, false)},
          {"(list char)", List.of((int) 'a')},
          {"(list string)", List.of("a")},
          {"(list $color)", List.of("red")},
          {"(list (option u32))", List.of(Optional.of(1))},
          {"(list $mark)", List.of(WitRecord.of("at", 1, "set", true))},
          {"(tuple string u32)", Tuple.of("a", 1)},
        }) {
      try (var guest = Guest.returning((String) one[0], one[1])) {
        guest.f().callInPlace(list -> fail("visited a " + one[0]));
      }
    }
  }

  @Test
  void listsOfAnySizeAreVisitedInPlace() {
    for (int size : new int[] {0, 1, DIRECT - 1, DIRECT, DIRECT + 1, 3 << 20}) {
      byte[] content = bytes(size);
      try (var guest = Guest.returning("(list u8)", content)) {
        boolean[] visited = new boolean[1];
        guest
            .f()
            .callInPlace(
                list -> {
                  visited[0] = true;
                  assertEquals(-1, list.mismatch(heap(content)));
                });
        assertTrue(visited[0]);
      }
    }
  }

  @Test
  void visitedListsCanBeReadOnly() {
    try (var guest = Guest.returning("(list u8)", bytes(100))) {
      guest
          .f()
          .callInPlace(
              list -> {
                assertTrue(list.isReadOnly());
                assertThrows(
                    IllegalArgumentException.class, () -> list.set(JAVA_BYTE, 0, (byte) 1));
                assertThrows(RuntimeException.class, () -> list.fill((byte) 1));
                assertThrows(IndexOutOfBoundsException.class, () -> list.get(JAVA_BYTE, 100));
                assertThrows(IndexOutOfBoundsException.class, () -> list.get(JAVA_BYTE, -1));
              });
    }
  }

  @Test
  void visitedListsAreGoneAfterTheVisit() {
    try (var guest =
        Guest.returning("(tuple (list u8) (list u32))", Tuple.of(bytes(100), new int[] {1}))) {
      List<MemorySegment> kept = new ArrayList<>();
      guest
          .f()
          .callInPlace(
              list -> {
                for (MemorySegment earlier : kept) {
                  assertThrows(IllegalStateException.class, () -> earlier.get(JAVA_BYTE, 0));
                }
                kept.add(list);
                kept.add(list.asSlice(1));
              });
      assertEquals(4, kept.size());
      for (MemorySegment list : kept) {
        assertThrows(IllegalStateException.class, () -> list.get(JAVA_BYTE, 0));
        assertThrows(IllegalStateException.class, () -> list.toArray(JAVA_BYTE));
        assertThrows(IllegalStateException.class, () -> list.asByteBuffer().get());
        assertFalse(list.scope().isAlive());
        // Nor can it be passed on.
        assertThrows(IllegalStateException.class, () -> heap(new byte[200]).copyFrom(list));
      }
    }
  }

  @Test
  void whatAVisitorThrowsArrivesAndTheStoreGoesOn() {
    for (Throwable thrown :
        List.of(
            new IllegalArgumentException("no"),
            new AssertionError("no"),
            new StackOverflowError("pretended"))) {
      try (var guest =
          Guest.returning(
              "(tuple (list u8) (list u32))", Tuple.of(bytes(100_000), new int[] {1}))) {
        int[] visits = new int[1];
        ListVisitor visitor =
            list -> {
              visits[0]++;
              throw ZeroCopyTest.<RuntimeException>sneaky(thrown);
            };
        assertSame(thrown, assertThrows(thrown.getClass(), () -> guest.f().callInPlace(visitor)));
        assertEquals(1, visits[0]);
        assertInstanceOf(Tuple.class, guest.call());
        var seen = new Seen();
        guest.f().callInPlace(seen);
        assertEquals(2, seen.lists.size());
      }
    }
  }

  /** Other languages throw them without a word. */
  @Test
  void aCheckedExceptionOfAVisitorArrivesToo() {
    var thrown = new IOException("no");
    try (var guest = Guest.returning("(list u8)", bytes(10))) {
      ListVisitor visitor =
          list -> {
            throw ZeroCopyTest.<RuntimeException>sneaky(thrown);
          };
      assertSame(thrown, assertThrows(IOException.class, () -> guest.f().callInPlace(visitor)));
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void visitorsCannotCallIntoTheStore() {
    try (var guest = Guest.returning("(list u8)", bytes(10))) {
      int[] visits = new int[1];
      guest
          .f()
          .callInPlace(
              list -> {
                visits[0]++;
                var exception = assertThrows(IllegalStateException.class, () -> guest.f().call());
                assertSays(exception, "this very thread");
                assertThrows(IllegalStateException.class, guest.f()::begin);
                assertThrows(IllegalStateException.class, guest.store::close);
              });
      assertEquals(1, visits[0]);
      assertArrayEquals(bytes(10), (byte[]) guest.call());
    }
  }

  /** From one guest to another, with one copy. */
  @Test
  void visitorsCanPassAListOnToAnotherStore() {
    for (int size : new int[] {0, 10, DIRECT, 1 << 20}) {
      byte[] content = bytes(size);
      try (var from = Guest.returning("(list u8)", content);
          var to = Guest.echo("u8")) {
        List<byte[]> passed = new ArrayList<>();
        from.f().callInPlace(list -> passed.add((byte[]) to.call(list)));
        assertArrayEquals(content, passed.getFirst());
      }
    }
  }

  @Test
  void visitsNestAcrossStores() {
    try (var outer = Guest.returning("(list u8)", bytes(10));
        var inner = Guest.echo("u8")) {
      var seen = new Seen();
      outer.f().callInPlace(list -> inner.f().callInPlace(seen, list));
      seen.assertLists(bytes(10));
    }
  }

  @Test
  void theRestOfTheResultCanBeRead() {
    Object value = Tuple.of(bytes(100_000), "text", 7, List.of("a", "b"), new int[] {1, 2});
    try (var guest =
        Guest.returning("(tuple (list u8) string u32 (list string) (list u32))", value)) {
      try (Call call = guest.f().begin()) {
        var seen = new Seen();
        call.invokeInPlace(seen);
        assertEquals(2, seen.lists.size());
        assertArrayEquals(bytes(100_000), seen.lists.getFirst());
        assertEquals("text", call.result().getString(8));
        assertEquals(7, call.result().getInt(16));
        assertEquals(List.of("a", "b"), call.result().getList(20, 8, (in, at) -> in.getString(at)));
        for (int i = 0; i < 2; i++) {
          var exception =
              assertThrows(IllegalStateException.class, () -> call.result().getBytes(0));
          assertSays(exception, "visited in place");
          assertThrows(IllegalStateException.class, () -> call.result().getInts(28));
          assertThrows(
              IllegalStateException.class,
              () -> call.result().getList(28, 4, (in, at) -> in.getInt(at)));
        }
        assertEquals("text", call.result().getString(8));
        var exception = assertThrows(IllegalStateException.class, () -> call.invokeInPlace(seen));
        assertSays(exception, "has been invoked");
      }
    }
  }

  @Test
  void emptyListsAreVisitedAndCannotBeReadEither() {
    try (var guest =
        Guest.returning("(tuple (list u8) (list u8))", Tuple.of(new byte[0], new byte[0]))) {
      try (Call call = guest.f().begin()) {
        var seen = new Seen();
        call.invokeInPlace(seen);
        seen.assertLists(new byte[0], new byte[0]);
        assertThrows(IllegalStateException.class, () -> call.result().getBytes(0));
        assertThrows(IllegalStateException.class, () -> call.result().getBytes(8));
      }
    }
  }

  @Test
  void argumentsOfHostFunctionsAreNotVisited() {
    List<byte[]> arguments = new ArrayList<>();
    try (var guest =
        Guest.echo(
            "u8",
            call -> {
              arguments.add(call.bytes(0));
              return new byte[] {9};
            })) {
      var seen = new Seen();
      for (int size : new int[] {10, 2 * DIRECT}) {
        guest.f().callInPlace(seen, (Object) bytes(size));
        assertArrayEquals(bytes(size), arguments.getLast());
      }
      seen.assertLists(new byte[] {9}, new byte[] {9});
    }
  }

  @Test
  void functionsWithoutListsCanBeCalledTheSameWay() {
    try (var guest = new EchoGuest("u32", call -> call.argument(0))) {
      guest.f().callInPlace(list -> fail("there is no list"), 5);
      assertEquals(6, guest.call(6));
    }
    try (var guest = new EchoGuest(List.of(), null, "utf8", call -> null)) {
      guest.f().callInPlace(list -> fail("there is no list"));
    }
  }

  @Test
  void aVisitorIsNeeded() {
    try (var guest = Guest.returning("(list u8)", bytes(10))) {
      @SuppressWarnings("NullAway")
      ListVisitor none = null;
      assertThrows(NullPointerException.class, () -> guest.f().callInPlace(none));
      assertArrayEquals(bytes(10), (byte[]) guest.call());
    }
  }

  @Test
  void aGuestThatFailsShowsNothing() {
    try (var guest =
        Guest.echo(
            "u8",
            call -> {
              throw new IOException("no");
            })) {
      ListVisitor none = list -> fail("there is no result");
      assertThrows(
          HostFunctionException.class, () -> guest.f().callInPlace(none, (Object) bytes(10)));
    }
    String text =
        """
        (component
          (core module $m (memory (export "memory") 1)
            (data (i32.const 16) "\\00\\00\\00\\00\\0a\\00\\00\\00\\ff\\ff\\00\\00\\0a\\00\\00\\00")
            (func (export "f") (result i32) (i32.const 16)))
          (core instance $m (instantiate $m))
          (func (export "f") (result (tuple (list u8) (list u8)))
            (canon lift (core func $m "f") (memory (core memory $m "memory")))))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      List<MemorySegment> seen = new ArrayList<>();
      var exception = assertThrows(TrapException.class, () -> f.callInPlace(seen::add));
      assertSays(exception, "f: result.1: ", "out of bounds");
      // The first one was in order, and was seen.
      assertEquals(1, seen.size());
      assertThrows(IllegalStateException.class, () -> seen.getFirst().get(JAVA_BYTE, 0));
    }
  }

  @Test
  void visitsAreOnTheThreadOfTheCall() {
    try (var guest = Guest.returning("(list u32)", new int[] {1})) {
      guest
          .f()
          .callInPlace(
              list -> {
                AtomicReference<Throwable> thrown = new AtomicReference<>();
                try {
                  Thread.ofPlatform()
                      .start(
                          () ->
                              thrown.set(
                                  assertThrows(
                                      WrongThreadException.class, () -> list.get(JAVA_INT, 0))))
                      .join();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                assertInstanceOf(WrongThreadException.class, thrown.get());
              });
    }
  }
}
