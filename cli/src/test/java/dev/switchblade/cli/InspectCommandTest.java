package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

  @TempDir Path folder;

  @Test
  void theWorldIsPrintedAsWit() throws IOException {
    CommandRun run =
        Switchblade.run("inspect", Switchblade.guest(folder, "processor.wasm")).exits(ExitCode.OK);
    assertTrue(run.out().contains("import logger: func(msg: string);"), run.out());
    assertTrue(
        run.out().contains("export process: func(payload: list<u8>) -> list<u8>;"), run.out());
    assertTrue(run.out().endsWith("}\n"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void typesKeepTheirNames() throws IOException {
    String out =
        Switchblade.run("inspect", Switchblade.guest(folder, "calculator.wasm"))
            .exits(ExitCode.OK)
            .out();
    assertTrue(out.contains("variant error {"), out);
    assertTrue(out.contains("process-data: func(input: string) -> result<string, error>;"), out);
  }

  @Test
  void aComponentInTextFormIsPrintedToo() throws IOException {
    Path text =
        Switchblade.guest(folder, "text.wat", "(component (import \"f\" (func (result u32))))");
    String out = Switchblade.run("inspect", text).exits(ExitCode.OK).out();
    assertTrue(out.contains("import f: func() -> u32;"), out);
  }

  @Test
  void whatWitLeavesOutIsAddedAsAComment() throws IOException {
    Path text =
        Switchblade.guest(folder, "core.wat", "(component (import \"engine\" (core module)))");
    CommandRun run = Switchblade.run("inspect", text).exits(ExitCode.OK);
    assertTrue(run.out().contains("// not in WIT: import /* core module */ engine;"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void whatWitCannotExpressIsListed() throws IOException {
    Path text =
        Switchblade.guest(
            folder,
            "nested.wat",
            "(component (import \"i\" (instance (export \"m\" (core module)))))");
    CommandRun run = Switchblade.run("inspect", text).exits(ExitCode.OK);
    assertEquals("import interface i {\n  /* core module */ m;\n}\n", run.out());
    assertTrue(run.err().startsWith("switchblade: WIT can't express"), run.err());
  }

  @Test
  void aComponentIsPrintedWhateverItNeedsOfAnEngine() throws IOException {
    Path concurrent =
        Switchblade.guest(
            folder,
            "concurrent.wat",
            """
            (component
              (import "f" (func async (param "s" (stream u8)) (result (future u32)))))
            """);
    CommandRun run = Switchblade.run("inspect", concurrent).exits(ExitCode.OK);
    assertTrue(
        run.out().contains("import f: async func(s: stream<u8>) -> future<u32>;"), run.out());
    Path featured =
        Switchblade.guest(
            folder,
            "featured.wat",
            """
            (component
              (import "f" (func async))
              (core module $m
                (func (result i64 i64)
                  (i64.add128 (i64.const 1) (i64.const 0) (i64.const 2) (i64.const 0)))))
            """);
    String out = Switchblade.run("inspect", featured).exits(ExitCode.OK).out();
    assertTrue(out.contains("import f: async func();"), out);
  }

  @Test
  void whatIsNoComponentIsRefused() throws IOException {
    Path module =
        Files.write(folder.resolve("core.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    CommandRun run = Switchblade.run("inspect", module).exits(ExitCode.NOT_LINKABLE);
    assertEquals("", run.out());
  }

  @Test
  void aMissingFileIsTheEnvironmentsFault() {
    Switchblade.run("inspect", folder.resolve("none.wasm")).exits(ExitCode.ENVIRONMENT);
  }
}
