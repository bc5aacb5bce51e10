package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.Component;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.SwitchbladeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types whose values are larger than any memory: sizes that don't fit into 32 bits. */
final class HugeTypesTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list<list<list<u64, 65536>, 65536>>",
        "list<record { a: u64, b: list<u64, 536870912> }>",
        "list<tuple<list<string, 536870912>, u8>>",
        "list<option<list<u64, 536870912>>>",
        "list<tuple<list<option<char>, 536870911>, list<char, 4>, u64, string>>",
        "list<tuple<list<u8, 1073741824>, list<u8, 1073741824>, list<u8, 1073741824>,"
            + " list<u8, 1073741824>, u8>>",
        "list<tuple<list<bool, 1073741824>, list<bool, 1073741824>, list<bool, 1073741824>,"
            + " list<bool, 1073741824>, bool>>",
      })
  void haveNoValues(String wit) {
    GuestType type = GuestType.of(wit);
    String text =
        """
        (component
          %s
          (core module $m
            (memory (export "memory") 1)
            (data (i32.const 64) "\\00\\01\\00\\00\\01\\00\\00\\00")
            (func (export "f") (result i32) (i32.const 64)))
          (core instance $m (instantiate $m))
          (func (export "f") (result %s)
            (canon lift (core func $m "f") (memory (core memory $m "memory")))))
        """
            .formatted(type.definitions(), type.text());
    assertThrows(
        SwitchbladeException.class,
        () -> {
          try (Component component = Guests.wat(text);
              var store = new Store(Guests.ENGINE)) {
            new Linker(Guests.ENGINE).instantiate(store, component).func("f").call();
          }
        });
  }
}
