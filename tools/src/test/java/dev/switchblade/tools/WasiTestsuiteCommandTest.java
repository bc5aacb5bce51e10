package dev.switchblade.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.cli.CommandRun;
import dev.switchblade.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasiTestsuiteCommandTest {

  private static final String PROGRAM =
      """
      (module
        (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
        (memory (export "memory") 1)
        (func (export "_start") (drop (call $yield))%s))
      """;

  @TempDir private Path folder;

  @BeforeEach
  void addAProgramThatPasses() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"Ours\"}");
    Files.writeString(folder.resolve("passes.wasm"), PROGRAM.formatted(""));
  }

  @Test
  void theExitCodeIsZeroIfNothingFailed() {
    CommandRun run = Tools.run("wasi-testsuite", folder).exits(ExitCode.OK);
    assertEquals(
        """
        ok     Ours: 1 passed, 0 failed, 0 skipped

        suites:     1
        tests:      1 passed, 0 failed, 0 skipped
        """,
        run.out());
    assertEquals("", run.err());
  }

  @Test
  void whatFailsIsNamed() throws IOException {
    Files.writeString(folder.resolve("traps.wasm"), PROGRAM.formatted(" unreachable"));
    CommandRun run = Tools.run("wasi-testsuite", folder).exits(ExitCode.FAILED);
    assertTrue(run.out().contains("\n  failed  traps: expected exit code 0, got 134"), run.out());
  }

  @Test
  void aReportIsWritten() throws IOException {
    Path reports = folder.resolve("reports");
    CommandRun run = Tools.run("wasi-testsuite", folder, "--report", reports).exits(ExitCode.OK);
    assertTrue(run.out().contains("written:    " + reports), run.out());
    String json = Files.readString(reports.resolve("report.json"));
    assertTrue(json.contains("\"passes\""), json);
  }

  @Test
  void aMissingFolderIsTheEnvironmentsFault() {
    CommandRun run =
        Tools.run("wasi-testsuite", folder.resolve("missing")).exits(ExitCode.ENVIRONMENT);
    assertTrue(run.err().contains("missing"), run.err());
  }

  @Test
  void aFolderWithoutProgramsIsTheEnvironmentsFault() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CommandRun run = Tools.run("wasi-testsuite", empty).exits(ExitCode.ENVIRONMENT);
    assertTrue(run.err().contains("there is no program (.wasm)"), run.err());
  }
}
