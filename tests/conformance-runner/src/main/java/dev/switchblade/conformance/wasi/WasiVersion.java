package dev.switchblade.conformance.wasi;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.Preview1;
import dev.switchblade.wit.WitItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A version of WASI that programs are made for, by the name that toolchains have for it. */
public enum WasiVersion {
  /** WASI 0.1: core modules. */
  WASIP1("wasm32-wasip1", "wasi:cli/run@0.2."),
  /** WASI 0.2: components. */
  WASIP2("wasm32-wasip2", "wasi:cli/run@0.2."),
  /** WASI 0.3: components with async functions. */
  WASIP3("wasm32-wasip3", "wasi:cli/run@0.3.");

  private final String target;

  /** How the interface's name begins by which a program is run; toolchains add older ones. */
  private final String run;

  WasiVersion(String target, String run) {
    this.target = target;
    this.run = run;
  }

  /** Its name, such as {@code wasm32-wasip1}. */
  public String target() {
    return target;
  }

  static Optional<WasiVersion> of(String target) {
    return Arrays.stream(values()).filter(version -> version.target.equals(target)).findFirst();
  }

  /** An engine for its programs; they can be stopped. */
  Engine engine() {
    return Engine.builder().interruptible(true).concurrency(this == WASIP3).build();
  }

  /**
   * Compiles a program.
   *
   * @throws IOException if it can't be read
   */
  Component compile(Engine engine, Path program) throws IOException {
    return this == WASIP1
        ? engine.compile(Preview1.toComponent(Files.readAllBytes(program)))
        : engine.compile(program);
  }

  /** The function of a program that runs it. */
  Func main(Instance program) {
    String command =
        program.component().exports().stream()
            .map(WitItem::name)
            .filter(name -> name.startsWith(run))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("it exports no " + run + "…"));
    return program.func(command, "run");
  }
}
