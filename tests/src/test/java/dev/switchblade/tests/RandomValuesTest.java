package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchblade.AsyncHostFunction;
import dev.switchblade.HostFunction;
import dev.switchblade.Tuple;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageFunction;
import dev.switchblade.wit.WitType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random types, and random values of them, in each place where a value can be. */
final class RandomValuesTest {

  @AfterContainer
  static void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  @Provide
  Arbitrary<Specimen> specimens() {
    return Specimen.random(5);
  }

  @Provide
  Arbitrary<List<Specimen>> parameters() {
    return Specimen.random(2).list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<Specimen>> fewParameters() {
    return Specimen.random(3).list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of("utf8", "utf16", "latin1+utf16");
  }

  @Property
  void crossUnchangedInBothDirections(
      @ForAll("specimens") Specimen specimen, @ForAll("encodings") String encoding) {
    String type = specimen.type().toString();
    List<Object> seen = new ArrayList<>();
    try (var guest = new EchoGuest(List.of(type), type, encoding, EchoGuest.returningFirst(seen))) {
      assertEquals("func(p0: " + type + ") -> " + type, guest.f().type().toString());
      for (Object value : specimen.values()) {
        Object result = guest.f().call(new Object[] {value});
        Values.assertSame(value, seen.getLast(), "as a parameter of a host function");
        Values.assertSame(value, result, "as a result");
      }
    }
  }

  /** On a stack of Wasmtime's, from which Java can't be entered, and in the form of task.return. */
  @Property
  void crossUnchangedOnFibers(
      @ForAll("specimens") Specimen specimen, @ForAll("encodings") String encoding) {
    String type = specimen.type().toString();
    List<Object> seen = new ArrayList<>();
    AsyncHostFunction host =
        call -> {
          Object value = call.argument(0);
          seen.add(value);
          // Every other one ends when the guest has been told that it waits.
          return seen.size() % 2 == 0
              ? CompletableFuture.completedFuture(value)
              : CompletableFuture.supplyAsync(() -> value);
        };
    try (var guest = EchoGuest.onFiber(AsyncTest.ENGINE, type, encoding, host)) {
      for (Object value : specimen.values()) {
        Object result = guest.f().call(new Object[] {value});
        Values.assertSame(value, seen.getLast(), "as a parameter of a host function");
        Values.assertSame(value, result, "as a result");
      }
    }
  }

  @Property
  void crossAsAnyNumberOfParameters(
      @ForAll("parameters") List<Specimen> parameters,
      @ForAll("specimens") Specimen result,
      @ForAll("encodings") String encoding) {
    List<String> types = new ArrayList<>();
    parameters.forEach(parameter -> types.add(parameter.type().toString()));
    List<Object> seen = new ArrayList<>();
    Object[] returned = new Object[1];
    HostFunction host =
        call -> {
          for (int i = 0; i < call.count(); i++) {
            seen.add(call.argument(i));
          }
          return returned[0];
        };
    try (var guest = new EchoGuest(types, result.type().toString(), encoding, host)) {
      for (int i = 0; i < result.values().size(); i++) {
        int round = i;
        List<Object> values = new ArrayList<>();
        parameters.forEach(parameter -> values.add(parameter.value(round)));
        returned[0] = result.value(round);
        seen.clear();
        Object got = guest.call(values.toArray());
        Values.assertSame(values, seen, "the parameters");
        Values.assertSame(returned[0], got, "the result");
      }
    }
  }

  /** What one side writes or reads as objects, the other one reads or writes by offsets. */
  @Property
  void lieWhereTheCanonicalAbiHasThem(
      @ForAll("fewParameters") List<Specimen> parameters, @ForAll("specimens") Specimen result) {
    List<WitType> types = parameters.stream().map(Specimen::type).toList();
    List<Object> seen = new ArrayList<>();
    Object[] returned = new Object[1];
    ImageFunction host =
        (arguments, image) -> {
          seen.addAll(ImageValues.readFields(arguments, types, 0));
          ImageValues.write(image, result.type(), 0, returned[0]);
        };
    List<String> names = types.stream().map(WitType::toString).toList();
    try (var guest = new EchoGuest(names, result.type().toString(), "utf8", host)) {
      for (int i = 0; i < result.values().size(); i++) {
        int round = i;
        List<Object> values = new ArrayList<>();
        parameters.forEach(parameter -> values.add(parameter.value(round)));
        returned[0] = result.value(round);
        seen.clear();
        Object got = guest.call(values.toArray());
        Values.assertSame(values, seen, "the parameters by offsets");
        Values.assertSame(returned[0], got, "the result written by offsets");

        seen.clear();
        try (Call call = guest.f().begin()) {
          ImageValues.writeFields(call.arguments(), types, 0, values);
          call.invoke();
          got = ImageValues.read(call.result(), result.type(), 0);
        }
        Values.assertSame(values, seen, "the parameters written by offsets");
        Values.assertSame(returned[0], got, "the result by offsets");
      }
    }
  }

  @Provide
  Arbitrary<Specimen> elements() {
    return Specimen.plain(6);
  }

  /** From segments, and to be seen in place: the bytes themselves. */
  @Property
  void crossAsSegmentsOfPlainElements(
      @ForAll("elements") Specimen specimen, @ForAll @IntRange(max = 3_000) int length) {
    WitType element = specimen.type();
    // Up to 60 elements, or more than stops in an image.
    int count = length % 8 == 0 ? (length << 2) / CanonicalAbi.size(element) : length % 60;
    List<Object> elements = IntStream.range(0, count).mapToObj(specimen::value).toList();
    Object list = NumberLists.of(element, elements);
    byte[] bytes = FixedLayout.bytes(element, elements);
    String type = "tuple<list<" + element + ">, string, option<list<" + element + ">>>";
    List<Object> seen = new ArrayList<>();
    try (Arena arena = Arena.ofConfined();
        var guest = new EchoGuest(type, EchoGuest.returningFirst(seen))) {
      // At an odd address, as Java guarantees no other one.
      MemorySegment segment = arena.allocate(bytes.length + 1, 8).asSlice(1);
      segment.copyFrom(MemorySegment.ofArray(bytes));
      Tuple given = Tuple.of(segment, "between", Optional.of(MemorySegment.ofArray(bytes)));
      Tuple expected = Tuple.of(list, "between", Optional.of(list));
      Values.assertSame(expected, guest.f().call(given), "from segments");
      Values.assertSame(expected, seen.getLast(), "from segments, in a host function");

      List<List<Object>> visited = new ArrayList<>();
      guest.f().callInPlace(found -> visited.add(read(found, element)), expected);
      Values.assertSame(List.of(elements, elements), visited, "in place");
      Values.assertSame(expected, guest.f().call(expected), "after it");
    }
  }

  private static List<Object> read(MemorySegment list, WitType element) {
    var memory = new GuestMemory(list.toArray(ValueLayout.JAVA_BYTE), "utf8", 0);
    int size = CanonicalAbi.size(element);
    List<Object> elements = new ArrayList<>();
    for (int at = 0; at < list.byteSize(); at += size) {
      try {
        elements.add(memory.loadAt(at, element));
      } catch (GuestMemory.NoValueException e) {
        throw new AssertionError(e);
      }
    }
    return elements;
  }
}
