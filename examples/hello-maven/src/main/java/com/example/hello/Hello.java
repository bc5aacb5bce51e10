package com.example.hello;

import static java.nio.charset.StandardCharsets.UTF_8;

import cyber.core.DataProcessor;
import dev.switchblade.Engine;
import java.nio.file.Path;
import java.util.HexFormat;

/** Calls a component: bytes go in, bytes come out, and what it logs is printed. */
public final class Hello {

  private Hello() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    try (var engine = Engine.create();
        var component = engine.compile(Path.of("processor.wasm"));
        var processor =
            DataProcessor.instantiate(component, msg -> System.out.println("guest: " + msg))) {
      byte[] inverted = processor.process("hello".getBytes(UTF_8));
      System.out.println("back: " + HexFormat.of().formatHex(inverted));
    }
  }
}
