package dev.switchblade.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import org.jspecify.annotations.Nullable;

/**
 * Where this process writes. {@link System#out} keeps it to itself when nothing more can be
 * written; these say so to whoever writes, and remember it for the exit code.
 */
final class StandardStreams {

  private final Output out = new Output(FileDescriptor.out);
  private final Output err = new Output(FileDescriptor.err);

  StandardStreams() {}

  /** Standard output. */
  OutputStream out() {
    return out;
  }

  /** Standard error. */
  OutputStream err() {
    return err;
  }

  /** Says whether standard output can't be written to any more. */
  boolean hasLostOutput() {
    return out.failure != null;
  }

  /** Says whether whoever has read standard output or standard error does so no more. */
  boolean isAbandoned() {
    return isBrokenPipe(out.failure) || isBrokenPipe(err.failure);
  }

  /**
   * What the process exits with, given that of the command.
   *
   * @param err is told why output was lost
   */
  int exitCode(int ofCommand, PrintWriter err) {
    if (isAbandoned()) {
      return ExitCode.BROKEN_PIPE;
    }
    IOException lost = out.failure;
    if (lost != null) {
      err.println("switchblade: standard output can't be written: " + lost.getMessage());
      return ExitCode.ENVIRONMENT;
    }
    boolean isOk = ofCommand == ExitCode.OK;
    return isOk && this.err.failure != null ? ExitCode.ENVIRONMENT : ofCommand;
  }

  /**
   * Says whether writing failed because nobody reads. The system has words for that in the user's
   * language, which a pipe that nobody reads tells.
   */
  private static boolean isBrokenPipe(@Nullable IOException failure) {
    if (failure == null) {
      return false;
    }
    try {
      Pipe pipe = Pipe.open();
      pipe.source().close();
      try (Pipe.SinkChannel sink = pipe.sink()) {
        int _ = sink.write(ByteBuffer.allocate(1));
      }
      return false;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).equals(failure.getMessage());
    }
  }

  /** A descriptor, and why it could not be written to. */
  private static final class Output extends OutputStream {
    private final FileOutputStream file;
    private volatile @Nullable IOException failure;

    Output(FileDescriptor descriptor) {
      file = new FileOutputStream(descriptor);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        file.write(bytes, offset, length);
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        }
        throw e;
      }
    }
  }
}
