package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostResource;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.Tuple;
import dev.switchblade.Tuple2;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.abi.Call;
import dev.switchblade.wit.WitType;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The code of {@code docs/types.md}: what stands between {@code page:} comments is shown there. */
@SuppressWarnings("unchecked") // a page for readers: values are cast to what they are
final class TypesPageTest {

  /** A function that returns its argument. */
  private static EchoGuest echo(String type) {
    return new EchoGuest(type, call -> call.argument(0));
  }

  @Test
  void numbers() {
    try (var u8 = echo("u8");
        var u32 = echo("u32");
        var f64 = echo("f64");
        var letter = echo("char")) {
      // page: numbers
      int small = (int) u8.call(200);
      int bits = (int) u32.call(Integer.parseUnsignedInt("4000000000"));
      assertEquals("4000000000", Integer.toUnsignedString(bits));
      double half = (double) f64.call(0.5);
      int codePoint = (int) letter.call("\u00e9".codePointAt(0));
      assertThrows(IllegalArgumentException.class, () -> u8.call(256));
      // page: end
      assertEquals(200, small);
      assertEquals(0.5, half);
      assertEquals(0xe9, codePoint);
    }
  }

  @Test
  void strings() {
    try (var string = echo("string");
        var bool = echo("bool")) {
      // page: strings
      String text = (String) string.call("gr\u00fc\u00dfe");
      boolean flag = (boolean) bool.call(true);
      // page: end
      assertEquals("gr\u00fc\u00dfe", text);
      assertEquals(true, flag);
    }
  }

  @Test
  void lists() {
    try (var blob = echo("list<u8>");
        var samples = echo("list<f64>");
        var names = echo("list<string>");
        var rgb = echo("list<u8, 3>")) {
      // page: lists
      byte[] bytes = (byte[]) blob.call("hello".getBytes(UTF_8));
      double[] doubles = (double[]) samples.call(new double[] {0.5, 1.5});
      List<String> strings = (List<String>) names.call(List.of("ada", "grace"));
      byte[] red = (byte[]) rgb.call(new byte[] {(byte) 255, 0, 0}); // list<u8, 3>
      // page: end
      assertArrayEquals("hello".getBytes(UTF_8), bytes);
      assertArrayEquals(new double[] {0.5, 1.5}, doubles);
      assertEquals(List.of("ada", "grace"), strings);
      assertArrayEquals(new byte[] {(byte) 255, 0, 0}, red);
    }
  }

  @Test
  void maps() {
    try (var stock = echo("map<string, u32>")) {
      // page: maps
      var left = (Map<String, Integer>) stock.call(Map.of("book", 3));
      // page: end
      assertEquals(Map.of("book", 3), left);
    }
  }

  @Test
  void options() {
    try (var age = echo("option<u32>")) {
      // page: options
      var known = (Optional<Integer>) age.call(Optional.of(36));
      var unknown = (Optional<Integer>) age.call(Optional.empty());
      // page: end
      assertEquals(Optional.of(36), known);
      assertEquals(Optional.empty(), unknown);
    }
  }

  @Test
  void results() {
    try (var pay = echo("result<string, u32>")) {
      // page: results
      String said =
          switch ((Result<String, Integer>) pay.call(Result.ok("receipt 7"))) {
            case Result.Ok(String receipt) -> receipt;
            case Result.Err(Integer code) -> "refused with " + code;
          };
      // page: end
      assertEquals("receipt 7", said);
    }
  }

  @Test
  void records() {
    try (var store = echo("record { sku: string, cents: u64, tags: list<string> }")) {
      // page: records
      var item = WitRecord.of("sku", "A-1", "cents", 1299L, "tags", List.of("book"));
      var stored = (WitRecord) store.call(item);
      assertEquals(1299L, stored.get("cents"));
      // page: end
      assertEquals(item, stored);
    }
  }

  @Test
  void tuples() {
    try (var swap = echo("tuple<string, u32>")) {
      // page: tuples
      var pair = (Tuple2<String, Integer>) swap.call(Tuple.of("ada", 36));
      String name = pair.first();
      // page: end
      assertEquals("ada", name);
      assertEquals(36, pair.second());
    }
  }

  @Test
  void variants() {
    try (var pay = echo("variant { cash, card(string), voucher(u32) }")) {
      // page: variants
      var used = (WitVariant) pay.call(WitVariant.of("card", "4242"));
      String how =
          switch (used.name()) {
            case "card" -> "card " + used.value();
            case "voucher" -> "voucher " + used.value();
            default -> used.name();
          };
      var cash = (WitVariant) pay.call(WitVariant.of("cash"));
      // page: end
      assertEquals("card 4242", how);
      assertEquals(WitVariant.of("cash"), cash);
    }
  }

  @Test
  void enumsAndFlags() {
    try (var paint = echo("enum { red, green }");
        var grant = echo("flags { read, write, admin }")) {
      // page: enums and flags
      String color = (String) paint.call("green");
      var rights = (Set<String>) grant.call(Set.of("read", "write"));
      // page: end
      assertEquals("green", color);
      assertEquals(Set.of("read", "write"), rights);
    }
  }

  @Test
  void resourcesOfComponents() {
    try (Component component = Guests.ENGINE.compile(Guests.file("types.wasm"));
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("convert", call -> call.argument(0));
      Instance instance = linker.instantiate(store, component);
      // page: resources of components
      Func create = instance.func("switchblade:types/counters", "[constructor]counter");
      Func add = instance.func("switchblade:types/counters", "[method]counter.add");
      Resource kept;
      try (var counter = (Resource) create.call(40)) {
        int sum = (int) add.call(counter, 2); // lends it for the call
        assertEquals(42, sum);
        kept = counter;
      } // the component's destructor has run
      assertThrows(IllegalStateException.class, () -> add.call(kept, 1));
      // page: end
      assertFalse(kept.isOpen());
    }
  }

  // page: a class of the host
  record Cart(String owner, List<String> items) {}

  // page: end

  @Test
  void resourcesOfTheHost() {
    List<String> closed = new ArrayList<>();
    String text =
        """
        (component
          (import "acme:shop/carts" (instance $carts
            (export "cart" (type $cart (sub resource)))
            (export "[constructor]cart" (func (param "owner" string) (result (own $cart))))
            (export "[method]cart.add" (func (param "self" (borrow $cart)) (param "item" string)))))
          (alias export $carts "cart" (type $cart))
        """
            + Guests.LIBC
            + """
              (core func $new (canon lower (func $carts "[constructor]cart") %1$s))
              (core func $add (canon lower (func $carts "[method]cart.add") %1$s))
              (core func $drop (canon resource.drop $cart))
              (core module $m
                (import "" "new" (func $new (param i32 i32) (result i32)))
                (import "" "add" (func $add (param i32 i32 i32)))
                (import "" "drop" (func $drop (param i32)))
                (func (export "buy") (param i32 i32 i32 i32) (local i32)
                  (local.set 4 (call $new (local.get 0) (local.get 1)))
                  (call $add (local.get 4) (local.get 2) (local.get 3))
                  (call $drop (local.get 4))))
              (core instance $m (instantiate $m (with "" (instance
                (export "new" (func $new)) (export "add" (func $add)) (export "drop" (func $drop))))))
              (func (export "buy") (param "owner" string) (param "item" string)
                (canon lift (core func $m "buy") %1$s)))
            """
                .formatted(Guests.WITH_LIBC);
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      // page: resources of the host
      linker
          .instance("acme:shop/carts")
          .resource(
              "cart", HostResource.of(Cart.class, cart -> closed.add(cart.owner() + cart.items())))
          .func("[constructor]cart", call -> new Cart(call.string(0), new ArrayList<>()))
          .func(
              "[method]cart.add",
              call -> {
                ((Cart) call.argument(0)).items().add(call.string(1));
                return null;
              });
      // page: end
      linker.instantiate(store, component).func("buy").call("ada", "book");
      assertEquals(List.of("ada[book]"), closed);
    }
  }

  @Test
  void withoutACopy() {
    try (Component component = Guests.ENGINE.compile(Guests.file("types.wasm"));
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("convert", call -> call.argument(0));
      Instance instance = linker.instantiate(store, component);
      Func takePoints = instance.func("take-points");
      Func makeBlob = instance.func("make-blob");
      // page: without a copy
      try (Arena arena = Arena.ofConfined()) {
        // list<record { x: s32, y: f64 }>: x at 0, y at 8, 16 bytes each
        MemorySegment points = arena.allocate(16 * 1000, 8);
        points.set(ValueLayout.JAVA_INT, 16 * 999, 7);
        int seen = (int) takePoints.call(points);
        assertEquals(1007, seen);
      }
      long[] sum = new long[1];
      makeBlob.callInPlace(
          bytes -> { // a read-only segment over the guest's memory, dead when this returns
            for (long i = 0; i < bytes.byteSize(); i++) {
              sum[0] += bytes.get(ValueLayout.JAVA_BYTE, i);
            }
          },
          100);
      assertEquals(4950, sum[0]);
      // page: end
    }
  }

  @Test
  void overImages() {
    try (Component component = Guests.ENGINE.compile(Guests.file("calculator.wasm"));
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      Func add = instance.func("acme:calculator/calc@1.0.0", "add");
      // page: over images
      int sum;
      try (Call call = add.begin()) { // add: func(a: u32, b: u32) -> u32
        call.arguments().putInt(0, 20);
        call.arguments().putInt(4, 22);
        call.invoke();
        sum = call.result().getInt(0);
      }
      // page: end
      assertEquals(42, sum);
    }
  }

  @Test
  void reflection() {
    try (var store = echo("record { sku: string, price: option<u64> }")) {
      // page: reflection
      WitType.Function type = store.f().type();
      var item = (WitType.RecordOf) type.parameters().getFirst().type();
      assertEquals("record { sku: string, price: option<u64> }", item.toString());
      assertEquals("sku", item.fields().getFirst().name());
      assertEquals(new WitType.OptionOf(WitType.Primitive.U64), item.fields().get(1).type());
      // page: end
      assertEquals(item, type.result());
    }
  }

  @Test
  void thePageShowsThisCodeAndNoOther() throws IOException {
    PageCode.assertShown("types.md", TypesPageTest.class);
  }
}
