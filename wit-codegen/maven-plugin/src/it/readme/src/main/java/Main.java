import static java.nio.charset.StandardCharsets.UTF_8;

import cyber.core.DataProcessor;
import dev.switchblade.Engine;
import java.nio.file.Path;

void main() {
  try (var engine = Engine.create();
      var component = engine.compile(Path.of("processor.wasm"));
      var processor =
          DataProcessor.instantiate(component, msg -> System.out.println("guest: " + msg))) {
    byte[] inverted = processor.process("hello".getBytes(UTF_8));
    System.out.println(inverted.length + " bytes back");
  }
}
