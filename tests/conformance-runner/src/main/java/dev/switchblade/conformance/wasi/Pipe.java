package dev.switchblade.conformance.wasi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Bytes on their way between a program and its test. Nobody waits who writes; who reads waits until
 * there is something, or nobody writes any more. Thread-safe.
 */
final class Pipe {

  private final Duration patience;
  private final InputStream source = new Source();
  private final OutputStream sink = new Sink();

  /** What was written and not read. */
  private byte[] bytes = {};

  private boolean ended;

  /**
   * Makes a pipe.
   *
   * @param patience how long reading waits for the next byte
   */
  Pipe(Duration patience) {
    this.patience = patience;
  }

  /** Where to read. */
  InputStream source() {
    return source;
  }

  /** Where to write. */
  OutputStream sink() {
    return sink;
  }

  /** The next line without its end; what there is, if there is no end. */
  String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = source.read(); next != -1 && next != '\n'; next = source.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  private synchronized void put(byte[] more, int offset, int length) throws IOException {
    if (ended) {
      throw new IOException("the pipe is closed");
    }
    int had = bytes.length;
    bytes = Arrays.copyOf(bytes, had + length);
    System.arraycopy(more, offset, bytes, had, length);
    notifyAll();
  }

  /** Ends what is written: who reads finds the end. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  private synchronized int take(byte[] into, int offset, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    await();
    if (bytes.length == 0) {
      return -1;
    }
    int count = Math.min(most, bytes.length);
    System.arraycopy(bytes, 0, into, offset, count);
    bytes = Arrays.copyOfRange(bytes, count, bytes.length);
    return count;
  }

  private synchronized void await() throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    while (bytes.length == 0 && !ended) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IOException("nothing came for " + patience.toSeconds() + " seconds");
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while reading", e);
      }
    }
  }

  private final class Source extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return take(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      return take(into, offset, most);
    }
  }

  private final class Sink extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      put(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] more, int offset, int length) throws IOException {
      put(more, offset, length);
    }
  }
}
