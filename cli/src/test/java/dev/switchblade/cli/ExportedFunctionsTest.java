package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import org.junit.jupiter.api.Test;

class ExportedFunctionsTest {

  @Test
  void anExampleHasAValueOfEachParametersType() {
    String call =
        example(
            """
            (component
              (type $p (record (field "x" f32) (field "name" string)))
              (export $point "p" (type $p))
              (core module $m
                (memory (export "memory") 1)
                (func (export "realloc") (param i32 i32 i32 i32) (result i32) (unreachable))
                (func (export "f")
                  (param i32 i32 i32 i32 f32 i32 i32 i32 i32 i32 i32 i32 i32 f64 i32 i32)))
              (core instance $m (instantiate $m))
              (func (export "f")
                (param "a" bool) (param "b" char) (param "c" (list u16)) (param "d" $point)
                (param "e" (option s8)) (param "g" (result string (error u8)))
                (param "h" (tuple u8 f64)) (param "i" (list u8))
                (canon lift (core func $m "f")
                  (memory (core memory $m "memory")) (realloc (core func $m "realloc")))))
            """);
    assertEquals(
        "f(true, 'a', [1], {x: 1.5, name: \"text\"}, some(1), ok(\"text\"), (1, 1.5), \"text\")",
        call);
  }

  @Test
  void aComponentMayExportNone() {
    try (Engine engine = Engine.create();
        Component component = engine.compileText("(component)")) {
      assertTrue(new ExportedFunctions(component).isEmpty());
    }
  }

  private static String example(String text) {
    try (Engine engine = Engine.create();
        Component component = engine.compileText(text)) {
      return new ExportedFunctions(component).example();
    }
  }
}
