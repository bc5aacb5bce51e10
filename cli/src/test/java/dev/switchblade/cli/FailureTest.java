package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void aMistakeOfOursIsToldAsSuch() {
    Failure failure = Failure.of(new NullPointerException("oops"));
    assertEquals(ExitCode.MISTAKE, failure.exitCode());
    assertTrue(failure.message().contains("--debug"), failure.message());
    assertTrue(failure.message().contains("oops"), failure.message());
  }

  @Test
  void aCompleteMessageKeepsItsExitCode() {
    var exception = new CommandFailedException(ExitCode.ENVIRONMENT, "no native library");
    assertEquals(new Failure(ExitCode.ENVIRONMENT, "no native library"), Failure.of(exception));
  }

  @Test
  void aLibraryOfAnotherVersionIsTheEnvironmentsFault() {
    Failure failure = Failure.of(new UnsatisfiedLinkError("it has no function sb_new"));
    assertEquals(ExitCode.ENVIRONMENT, failure.exitCode());
    assertTrue(failure.message().contains("sb_new"), failure.message());
  }
}
