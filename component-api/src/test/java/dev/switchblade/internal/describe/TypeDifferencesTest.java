package dev.switchblade.internal.describe;

import static dev.switchblade.wit.WitType.Primitive.S32;
import static dev.switchblade.wit.WitType.Primitive.STRING;
import static dev.switchblade.wit.WitType.Primitive.U32;
import static dev.switchblade.wit.WitType.Primitive.U8;
import static dev.switchblade.wit.WitTypes.field;
import static dev.switchblade.wit.WitTypes.func;
import static dev.switchblade.wit.WitTypes.list;
import static dev.switchblade.wit.WitTypes.option;
import static dev.switchblade.wit.WitTypes.own;
import static dev.switchblade.wit.WitTypes.param;
import static dev.switchblade.wit.WitTypes.record;
import static dev.switchblade.wit.WitTypes.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Differences between the type that a host was written for and the one that is there. */
final class TypeDifferencesTest {

  @Test
  void whatIsTheSameHasNone() {
    var type = func(list(U8), param("a", record(field("x", U32))));
    assertEquals(List.of(), TypeDifferences.between(type, type));
  }

  @Test
  void everyOneIsToldWithItsPath() {
    var expected =
        func(result(U8, STRING), param("a", list(record(field("x", U32)))), param("b", STRING));
    var actual = func(result(U8, U8), param("a", list(record(field("x", S32)))));
    assertEquals(
        List.of(
            "parameter a: element: field x: expected u32, found s32",
            "parameter b: expected string, not found",
            "result: err: expected string, found u8"),
        TypeDifferences.between(expected, actual));
  }

  @Test
  void anOptionIsNoPlainValue() {
    assertEquals(
        List.of("result: expected option<u8>, found u8"),
        TypeDifferences.between(func(option(U8)), func(U8)));
  }

  @Test
  void resourcesOfCompatibleInterfacesAreOne() {
    assertEquals(
        List.of(),
        TypeDifferences.between(
            func(own("a:b/c@1.0.0", "cart")), func(own("a:b/c@1.1.0", "cart"))));
    assertEquals(
        1,
        TypeDifferences.between(func(own("a:b/c@1.0.0", "cart")), func(own("a:b/c@2.0.0", "cart")))
            .size());
  }
}
