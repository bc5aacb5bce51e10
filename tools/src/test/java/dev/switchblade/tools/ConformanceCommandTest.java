package dev.switchblade.tools;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.cli.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCommandTest {

  @TempDir private Path folder;

  @Test
  void aFolderWithoutScriptsIsTheEnvironmentsFault() {
    String err = Tools.run("conformance", folder).exits(ExitCode.ENVIRONMENT).err();
    assertTrue(err.contains("there is no .wast script in"), err);
  }

  @Test
  void aMissingFolderIsTheEnvironmentsFault() {
    Path missing = folder.resolve("missing");
    String err = Tools.run("conformance", missing).exits(ExitCode.ENVIRONMENT).err();
    assertTrue(err.contains("there is no such folder or script: "), err);
  }
}
