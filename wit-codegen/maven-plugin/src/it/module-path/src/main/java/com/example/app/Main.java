package com.example.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.app.guest.DataProcessor;
import dev.switchblade.Engine;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("module " + DataProcessor.class.getModule().getName());
    System.out.println("library " + Engine.class.getModule().getName());
    try (var engine = Engine.create();
        var component = engine.compile(Path.of("processor.wasm"));
        var processor =
            DataProcessor.instantiate(component, msg -> System.out.println("guest: " + msg))) {
      System.out.println(processor.process("hello".getBytes(UTF_8)).length + " bytes back");
      processor.processInPlace(
          MemorySegment.ofArray("hello!".getBytes(UTF_8)),
          inverted -> System.out.println(inverted.byteSize() + " bytes seen"));
    }
  }
}
