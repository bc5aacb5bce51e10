package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class LoadFailureTest {

  private final LoadFailure failure =
      new LoadFailure(
          new LoaderSettings(
              "Linux", "aarch64", Platform.LINUX_AARCH64, null, null, Path.of("/tmp"), false));

  @Test
  void readsAsAStory() {
    failure.add("the first place", "not there");
    failure.add("the second place", new AccessDeniedException("/x/y"));
    failure.add("the third place", new IOException("line one\nline two"));
    failure.remedy("try something else");
    assertEquals(
        """
        Switchblade's native library can't be loaded.
        Platform: linux-aarch64 (os.name Linux, os.arch aarch64)
        Looked at:
          - the first place:
              not there
          - the second place:
              AccessDeniedException: /x/y
          - the third place:
              line one
              line two
        What to do: try something else\
        """,
        failure.message());
  }

  @Test
  void hasTheFirstExceptionAsCauseAndTheOthersBesideIt() {
    var first = new IOException("one");
    var second = new IOException("two");
    failure.add("a place", "no exception");
    failure.add("a place", first);
    failure.add("a place", second);
    UnsatisfiedLinkError error = failure.toError();
    assertEquals(first, error.getCause());
    assertEquals(second, error.getSuppressed()[0]);
  }

  @Test
  void hasNoCauseWhereNothingWasThrown() {
    failure.add("a place", "not there");
    assertNull(failure.toError().getCause());
  }
}
