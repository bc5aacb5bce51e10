package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Where this process writes. {@link System#out} keeps it to itself when nothing more can be
 * written; these say so to whoever writes, and remember it for the exit code.
 */
final class StandardStreams {

  private static final boolean WINDOWS = File.separatorChar == '\\';

  private final Output out = new Output(FileDescriptor.out);
  private final Output err = new Output(FileDescriptor.err);

  StandardStreams() {}

  /** The character set of standard output. */
  Charset outCharset() {
    return charset(System.out.charset());
  }

  /** The character set of standard error. */
  Charset errCharset() {
    return charset(System.err.charset());
  }

  private static Charset charset(Charset ofJava) {
    return WINDOWS ? onWindows(ofJava, System.getProperty("native.encoding"), isConsole()) : ofJava;
  }

  /**
   * The character set of a stream on Windows: that of the console, or UTF-8 for files and pipes,
   * where guests write that, too.
   *
   * @param ofJava what Java has found: the character set of the console, if there is one
   * @param ofOthers what Java takes for the character set of all other streams
   * @param isConsole whether input and output are a console, of which these may be the same
   */
  static Charset onWindows(Charset ofJava, @Nullable String ofOthers, boolean isConsole) {
    return isConsole || ofOthers == null || !Charset.forName(ofOthers).equals(ofJava)
        ? ofJava
        : UTF_8;
  }

  // Java 25 has null again where there is none, as before Java 22.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsole() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** What guests, whose text is UTF-8, read as standard input. Null if it is read as it is. */
  static @Nullable InputStream typed() {
    String encoding = System.getProperty("stdin.encoding");
    if (!WINDOWS || encoding == null) {
      return null;
    }
    Charset charset =
        onWindows(Charset.forName(encoding), System.getProperty("native.encoding"), isConsole());
    return charset.equals(UTF_8) ? null : new ConsoleInput(System.in, charset);
  }

  /** Where guests, whose text is UTF-8, have their standard output. */
  OutputStream guestsOut() {
    return guests(out, outCharset());
  }

  /** Where guests have their standard error. */
  OutputStream guestsErr() {
    return guests(err, errCharset());
  }

  private static OutputStream guests(OutputStream stream, Charset charset) {
    return WINDOWS && !charset.equals(UTF_8) ? new ConsoleOutput(stream, charset) : stream;
  }

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
