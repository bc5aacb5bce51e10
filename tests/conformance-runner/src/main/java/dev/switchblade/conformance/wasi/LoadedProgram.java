package dev.switchblade.conformance.wasi;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.wasi.WasiConfig;
import dev.switchblade.wit.WitItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A program that can be started.
 *
 * @param file where it comes from
 * @param version the version of WASI that it is made for
 * @param engine what it was compiled with
 * @param component what it was compiled to
 * @param deadline how long it may run
 */
record LoadedProgram(
    Path file, WasiVersion version, Engine engine, Component component, Duration deadline)
    implements AutoCloseable {

  /** What it imports. */
  List<String> imports() {
    return component.imports().stream().map(WitItem::name).toList();
  }

  /**
   * Starts it.
   *
   * @param grants what it may touch, but for its streams
   */
  RunningProgram start(WasiConfig.Builder grants) {
    return new RunningProgram(this, grants);
  }

  @Override
  public void close() {
    component.close();
  }
}
