package com.example.hello;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cyber.core.DataProcessor;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One engine and one component for all tests; an instance for each. */
final class ProcessorTest {

  private static Engine engine;
  private static Component component;

  @BeforeAll
  static void compile() {
    engine = Engine.create();
    component = engine.compile(Path.of("processor.wasm"));
  }

  @AfterAll
  static void close() {
    component.close();
    engine.close();
  }

  @Test
  void bytesAreInvertedAndTheirNumberIsLogged() {
    List<String> log = new ArrayList<>();
    try (var processor = DataProcessor.instantiate(component, log::add)) {
      assertArrayEquals(new byte[] {-1, 0, 127}, processor.process(new byte[] {0, -1, -128}));
    }
    assertEquals(List.of("Processing encrypted payload: 3 bytes"), log);
  }
}
