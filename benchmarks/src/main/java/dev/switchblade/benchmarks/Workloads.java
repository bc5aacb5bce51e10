package dev.switchblade.benchmarks;

import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.ListVisitor;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.util.List;

/**
 * The world {@code workloads} of {@code bench.wasm}, as generated code will be: static codecs over
 * images.
 */
final class Workloads {

  private static final ImageWriter.ElementWriter<String> PUT_STRING = ImageWriter::putString;
  private static final ImageReader.ElementReader<String> GET_STRING = ImageReader::getString;

  private final Func greet;
  private final Func echo;
  private final Func logMany;
  private final Func words;
  private final Func add;

  Workloads(Instance instance) {
    add = instance.func("add");
    greet = instance.func("greet");
    echo = instance.func("echo");
    logMany = instance.func("log-many");
    words = instance.func("words");
  }

  /** What the world imports. */
  interface Imports {
    void logger(String message);
  }

  static void addToLinker(Linker linker, Imports imports) {
    linker
        .root()
        .funcOverImages("logger", (arguments, result) -> imports.logger(arguments.getString(0)));
  }

  int add(int a, int b) {
    return add(add, a, b);
  }

  static int add(Func function, int a, int b) {
    try (Call call = function.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, a);
      arguments.putInt(4, b);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  String greet(String name) {
    try (Call call = greet.begin()) {
      call.arguments().putString(0, name);
      call.invoke();
      return call.result().getString(0);
    }
  }

  byte[] echo(byte[] payload) {
    try (Call call = echo.begin()) {
      call.arguments().putBytes(0, payload);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  void echo(byte[] payload, ListVisitor echoed) {
    try (Call call = echo.begin()) {
      call.arguments().putBytes(0, payload);
      call.invokeInPlace(echoed);
    }
  }

  void logMany(int n) {
    try (Call call = logMany.begin()) {
      call.arguments().putInt(0, n);
      call.invoke();
    }
  }

  List<String> words(List<String> items) {
    try (Call call = words.begin()) {
      call.arguments().putList(0, items, 8, 4, PUT_STRING);
      call.invoke();
      return call.result().getList(0, 8, GET_STRING);
    }
  }
}
