package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void workThatOutlastsPatienceIsAnnounced() {
    var announced = new CountDownLatch(1);
    var text = new StringWriter();
    var err =
        new PrintWriter(Writer.nullWriter()) {
          @Override
          public void println(String line) {
            text.append(line);
            announced.countDown();
          }
        };
    var progress = new Progress(err, true, Duration.ZERO);
    assertEquals(7, progress.during("compiling big.wasm", () -> afterwards(announced)));
    assertEquals("compiling big.wasm …", text.toString());
  }

  private static int afterwards(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return 7;
  }

  @Test
  void quickWorkIsNot() {
    var text = new StringWriter();
    var progress = new Progress(new PrintWriter(text, true), true, Duration.ofDays(1));
    assertEquals(7, progress.during("compiling small.wasm", () -> 7));
    assertEquals("", text.toString());
  }

  @Test
  void nobodyWatchingMeansNoLine() {
    var text = new StringWriter();
    var progress = new Progress(new PrintWriter(text, true), false, Duration.ZERO);
    assertEquals(7, progress.during("compiling", () -> 7));
    assertEquals("", text.toString());
  }
}
