package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Store;
import dev.switchblade.wit.Wave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that people write: what is wrong with one is said with what would be right, and where. */
final class WaveTest {

  /** Takes whatever it is given, and gives back what is a number. */
  private static final String TAKER =
      """
      (component
        (type $item' (record (field "id" u32) (field "note" (option string))))
        (export $item "the-item" (type $item'))
        (type $colour' (enum "red" "dark-green" "some"))
        (export $colour "the-colour" (type $colour'))
        (type $mood' (enum "none" "nan" "true"))
        (export $mood "the-mood" (type $mood'))
        (type $shape' (variant (case "dot") (case "circle" f64) (case "ok" u8)))
        (export $shape "the-shape" (type $shape'))
        (type $access' (flags "read" "write" "none"))
        (export $access "the-access" (type $access'))
        (core module $m
          (memory (export "memory") 2)
          (global $free (mut i32) (i32.const 1024))
          (func (export "realloc") (param i32 i32 i32 i32) (result i32)
            (global.set $free (i32.and
              (i32.add (global.get $free) (i32.add (local.get 3) (i32.const 15)))
              (i32.const -8)))
            (i32.sub (global.get $free) (i32.add (local.get 3) (i32.const 8))))
          (func (export "one") (param i32) (result i32) (local.get 0))
          (func (export "float") (param f32) (result f32) (local.get 0))
          (func (export "two") (param i32 i32) (result i32)
            (i32.add (local.get 0) (local.get 1)))
          (func (export "list") (param i32 i32) (result i32) (local.get 1))
          (func (export "item") (param i32 i32 i32 i32) (result i32)
            (i32.add (local.get 0) (i32.mul (i32.const 1000) (local.get 1))))
          (func (export "shape") (param i32 i64) (result i32) (local.get 0))
          (func (export "result") (param i32 i32) (result i32)
            (i32.add (local.get 1) (i32.mul (i32.const 1000) (local.get 0)))))
        (core instance $i (instantiate $m))
        (alias core export $i "memory" (core memory $memory))
        (alias core export $i "realloc" (core func $realloc))
        (func (export "bool") (param "x" bool) (result bool) (canon lift (core func $i "one")))
        (func (export "s8") (param "x" s8) (result s8) (canon lift (core func $i "one")))
        (func (export "f32") (param "x" f32) (result f32) (canon lift (core func $i "float")))
        (func (export "add") (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $i "two")))
        (func (export "char") (param "x" char) (result char) (canon lift (core func $i "one")))
        (func (export "length") (param "x" string) (result u32)
          (canon lift (core func $i "list") (memory $memory) (realloc $realloc)))
        (func (export "items") (param "x" (list $item)) (result u32)
          (canon lift (core func $i "list") (memory $memory) (realloc $realloc)))
        (func (export "blobs") (param "x" (list (list u8))) (result u32)
          (canon lift (core func $i "list") (memory $memory) (realloc $realloc)))
        (func (export "item") (param "x" $item) (result u32)
          (canon lift (core func $i "item") (memory $memory) (realloc $realloc)))
        (func (export "fixed") (param "x" (list u8 2)) (result u32)
          (canon lift (core func $i "two")))
        (func (export "pair") (param "x" (tuple u8 u8)) (result u32)
          (canon lift (core func $i "two")))
        (func (export "colour") (param "x" $colour) (result $colour)
          (canon lift (core func $i "one")))
        (func (export "mood") (param "x" $mood) (result $mood) (canon lift (core func $i "one")))
        (func (export "shape") (param "x" $shape) (result u8)
          (canon lift (core func $i "shape")))
        (func (export "access") (param "x" $access) (result $access)
          (canon lift (core func $i "one")))
        (func (export "option") (param "x" (option u32)) (result u32)
          (canon lift (core func $i "result")))
        (func (export "result") (param "x" (result u32 (error u8))) (result u32)
          (canon lift (core func $i "result")))
        (func $nothing (param "x" u8) (result u8) (canon lift (core func $i "one")))
        (instance $inner (export "inner-one" (func $nothing)))
        (export "acme:shop/carts@1.0.0" (instance $inner))
        (instance $deep (export "deep-one" (func $nothing)))
        (instance $around (export "inside" (instance $deep)))
        (export "around" (instance $around)))
      """;

  private static Engine engine;
  private static Component component;
  private Store store;
  private Instance instance;

  @BeforeAll
  static void compile() {
    engine = Engine.create();
    component = engine.compileText(TAKER);
  }

  @AfterAll
  static void close() {
    component.close();
    engine.close();
  }

  @BeforeEach
  void instantiate() {
    store = new Store(engine);
    instance = new Linker(engine).instantiate(store, component);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private String refused(String call) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Wave.call(instance, call)).getMessage();
    // Whatever was wrong, what is right can be called.
    assertEquals("3", Wave.call(instance, "add(1, 2)"));
    return message;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bool(true) | true",
        "s8(-128) | -128",
        "f32(1) | 1",
        "f32(-inf) | -inf",
        "char('ä') | 'ä'",
        "length(\"ä\\n\") | 3",
        "item({id: 7, note: some(\"x\")}) | 1007",
        "item({note: \"x\", id: 7}) | 1007",
        "item({id: 7}) | 7",
        "items([{id: 1}, {id: 2, note: none}]) | 2",
        "blobs([\"text\", [1, 2]]) | 2",
        "fixed([1, 2]) | 3",
        "pair((1, 2)) | 3",
        "colour(dark-green) | dark-green",
        "colour(%some) | %some",
        "mood(%true) | %true",
        "shape(dot) | 0",
        "shape(circle(1)) | 1",
        "shape(%ok(3)) | 2",
        "access({}) | {}",
        "access({write, read}) | {read, write}",
        "access({%none}) | {none}",
        "option(none) | 0",
        "option(some(5)) | 1005",
        "option(5) | 1005",
        "option() | 0",
        "result(ok(5)) | 5",
        "result(5) | 5",
        "result(err(5)) | 1005",
        "acme:shop/carts@1.0.0#inner-one(7) | 7",
        "inner-one(7) | 7",
        "around/inside#deep-one(7) | 7",
      })
  void whatIsRightIsCalled(String call, String result) {
    assertEquals(result, Wave.call(instance, call));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bool(1) | column 6: x: expected bool (true or false), found `1`; bool: func(x: bool)",
        "s8(128) | column 4: x: expected s8 (-128 to 127), found `128`; s8: func(x: s8) -> s8",
        "add(-1, 22) | column 5: a: expected u32 (0 to 4294967295), found `-1`; add: func(a: u32",
        "add(1, 1.5) | column 8: b: expected u32 (0 to 4294967295), found `1.5`",
        "add(1, \"2\") | column 8: b: expected u32 (0 to 4294967295), found `\"2\"`",
        "add(1) | add takes 2 arguments, not 1: add: func(a: u32, b: u32) -> u32",
        "add(1, 2, 3) | add takes 2 arguments, not 3: add: func(a: u32, b: u32) -> u32",
        "bool() | bool takes 1 argument, not 0: bool: func(x: bool) -> bool",
        "f32(true) | expected f32 (such as 1.5, nan or -inf), found `true`",
        "char(\"a\") | expected char (such as 'a'), found `\"a\"`",
        "char('ab') | column 6: invalid token `'ab'` (a char is one character, such as 'a'",
        "char('''') | (a char is one character",
        "length('xy') | a string is in double quotes); length: func(x: string) -> u32",
        "s8(+5) | column 4: invalid token `+` (numbers are decimal, such as 10",
        "s8(0x10) | column 5: unexpected token `x10` (numbers are decimal",
        "add(1_000, 1) | column 6: invalid token `_` (numbers are decimal",
        "f32(.5) | such as 10, -1, 1.5 or 1e6); f32: func(x: f32) -> f32",
        "item({the_id: 1}) | invalid token `_` (names have hyphens, such as full-name); item: func",
        "items([{id: 1} {id: 2}]) | column 16: unexpected token `{`; items: func(x: list<record {",
        "add(1, 2) more | trailing characters after value `more`; add: func(a: u32, b: u32)",
        "add(1, | unexpected end of input; add: func(a: u32, b: u32) -> u32",
        "acme:shop/carts@1.0.0#inner-one(+7) | (numbers are decimal",
        "acme:shop/carts@1.0.0#inner-one(7 | unexpected end of input; inner-one: func(x: u8) -> u8",
        "length(word) | expected string (in double quotes), found `word`",
        "items([{id: 1}, {id: -2}]) | column 22: x[1].id: expected u32 (0 to 4294967295)",
        "items({id: 1}) | expected list<record { id: u32, note: option<string> }> (in brackets)",
        "blobs([\"a\", 1]) | x[1]: expected list<u8> (in brackets), found `1`",
        "item({note: \"x\"}) | the field id of record { id: u32, note: option<string> } is missing",
        "item({id: 1, notes: \"x\"}) | has no field `notes`; did you mean note?",
        "item({ident: 1}) | has no field `ident`; item: func(",
        "item({id: 1, extra: 2}) | has no field `extra`",
        "item({id: 1, note: 2}) | x.note: expected string (in double quotes), found `2`",
        "item({id: 1, note: some(2)}) | x.note.some: expected string",
        "item({id: 1, id: 2}) | column 14: duplicate field: \"id\"; item: func(",
        "fixed([1]) | expected list<u8, 2> (in brackets), found `[1]`",
        "pair((1, 256)) | x[1]: expected u8 (0 to 255), found `256`",
        "pair((1, 2, 3)) | expected tuple<u8, u8> (in parentheses), found `(1, 2, 3)`",
        "colour(drak-green) | has no case `drak-green`; did you mean dark-green?",
        "colour(\"red\") | expected enum { red, dark-green, some } (one of its cases)",
        "colour(some) | colour: func(x: enum { red, dark-green, some })",
        "mood(none) | x: `none` is a word of WAVE's own: as a case of enum { none, nan, true }",
        "mood(nan) | it is written `%nan`; mood: func(",
        "mood(true) | it is written `%true`",
        "mood(false) | expected enum { none, nan, true } (one of its cases), found `false`",
        "shape(ok(3)) | x: `ok` is a word of WAVE's own",
        "shape(err(3)) | expected variant { dot, circle(f64), ok(u8) } (one of its cases), found",
        "shape(dot(1)) | dot takes no value, found `dot(1)`",
        "shape(circle) | circle needs a value: circle(f64)",
        "shape(circle(x)) | x.circle: expected f64",
        "shape(cirle(1)) | has no case `cirle`; did you mean circle?",
        "access({reed}) | flags { read, write, none } has no flag `reed`; did you mean read?",
        "access(read) | expected flags { read, write, none } (in braces",
        "option(some) | column",
        "option(ok(1)) | expected u32 (0 to 4294967295), found `ok(1)`",
        "result(some(1)) | expected u32 (0 to 4294967295), found `some(1)`",
        "result(err(256)) | x.err: expected u8 (0 to 255), found `256`",
        "result(ok) | ok needs a value: ok(u32)",
        "ad(1, 2) | there is no function ad; did you mean add?; the component exports acme:shop",
        "multiply(1, 2) | there is no function multiply; the component exports acme:shop",
        "acme:shop/carts@1.0.0#iner-one(7) | did you mean acme:shop/carts@1.0.0#inner-one?",
        "acme:shop/cart@1.0.0#inner-one(7) | did you mean acme:shop/carts@1.0.0#inner-one?",
        "around/insid#deep-one(7) | did you mean around/inside#deep-one?",
      })
  void whatIsWrongSaysWhatWouldBeRight(String call, String part) {
    String message = refused(call);
    assertTrue(message.contains(part), message);
  }

  @Test
  void longCallsAreShownAroundWhatIsWrong() {
    String items = "{id: 1}, ".repeat(10_000);
    String message = refused("items([" + items + "{id: -1}, " + items + "{id: 2}])");
    assertTrue(message.contains("…{id: 1}, "), message);
    assertTrue(message.contains("x[10000].id: expected u32"), message);
    assertTrue(message.length() < 600, message);
    message = refused("length(" + "x".repeat(100_000) + ")");
    assertTrue(message.length() < 600, message);
  }

  @Test
  void unpairedSurrogatesAreRefused() {
    String message = refused("length(\"\uD800\")");
    assertTrue(message.contains("unpaired surrogate"), message);
    assertEquals("4", Wave.call(instance, "length(\"\uD83D\uDE00\")"));
  }

  /** A guest says how long its lists are, and each value takes more as text than in its memory. */
  @Test
  void resultsThatTakeTooMuchAsTextAreRefused() {
    String text =
        """
        (component
          (core module $m
            (memory (export "memory") 200)
            (func (export "f") (param i32) (result i32)
              (i32.store (i32.const 0) (i32.const 8))
              (i32.store (i32.const 4) (local.get 0))
              (i32.const 0)))
          (core instance $i (instantiate $m))
          (func (export "f") (param "length" u32) (result (list u8))
            (canon lift (core func $i "f") (memory (core memory $i "memory")))))
        """;
    try (Engine engine = Engine.create();
        Component component = engine.compileText(text);
        var store = new Store(engine)) {
      Instance lists = new Linker(engine).instantiate(store, component);
      var thrown = assertThrows(ResourceLimitException.class, () -> Wave.call(lists, "f(9000000)"));
      assertTrue(thrown.getMessage().contains("512 MiB"), thrown::getMessage);
      assertEquals(15, Wave.call(lists, "f(5)").length());
    }
  }

  @Test
  void functionsAreFoundByTheirFullNames() {
    assertEquals(7, instance.func("acme:shop/carts@1.0.0#inner-one").call(7));
    assertEquals(7, instance.func("acme:shop/carts@1.0.0", "inner-one").call(7));
    assertEquals(3, instance.func("add").call(1, 2));
    assertEquals(7, instance.func("around/inside#deep-one").call(7));
    // As messages name it.
    String name = instance.func("acme:shop/carts@1.0.0", "inner-one").toString();
    assertTrue(name.contains("acme:shop/carts@1.0.0#inner-one"), name);
  }

  @ParameterizedTest
  @CsvSource({
    "ad, add",
    "ADD, ''",
    "multiply, ''",
    "inner-one, acme:shop/carts@1.0.0#inner-one",
    "iner-one, acme:shop/carts@1.0.0#inner-one",
    "acme:shop/carts@1.0.0/inner-one, acme:shop/carts@1.0.0#inner-one",
    "acme:shop/carts@1.0.0#iner-one, acme:shop/carts@1.0.0#inner-one",
    "acme:shop/cart@1.0.0#inner-one, acme:shop/carts@1.0.0#inner-one",
  })
  void aFunctionThatIsNotThereIsGuessed(String name, String guess) {
    String message = assertThrows(LinkException.class, () -> instance.func(name)).getMessage();
    assertEquals(!guess.isEmpty(), message.contains("; did you mean " + guess + "?"), message);
    assertFalse(guess.isEmpty() && message.contains("did you mean"), message);
  }
}
