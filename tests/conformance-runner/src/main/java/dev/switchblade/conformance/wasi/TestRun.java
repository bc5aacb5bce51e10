package dev.switchblade.conformance.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchblade.conformance.wasi.Operation.Connect;
import dev.switchblade.conformance.wasi.Operation.Read;
import dev.switchblade.conformance.wasi.Operation.Receive;
import dev.switchblade.conformance.wasi.Operation.Run;
import dev.switchblade.conformance.wasi.Operation.Send;
import dev.switchblade.conformance.wasi.Operation.Stream;
import dev.switchblade.conformance.wasi.Operation.Unsupported;
import dev.switchblade.conformance.wasi.Operation.Wait;
import dev.switchblade.conformance.wasi.Operation.Write;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A test that is run: what its operations have to do with each other. Not thread-safe. */
final class TestRun implements AutoCloseable {

  /** What is shown of a program's output when it fails. */
  private static final int SHOWN = 2_000;

  private final LoadedProgram program;
  private final Set<String> proposals;
  private final Scratch scratch = new Scratch();
  private final Map<String, Socket> connections = new HashMap<>();
  private @Nullable RunningProgram running;

  TestRun(LoadedProgram program, Set<String> proposals) throws IOException {
    this.program = program;
    this.proposals = proposals;
  }

  /**
   * Performs an operation.
   *
   * @throws FailedTestException if it doesn't end as it should
   * @throws IOException if it can't be performed
   */
  void perform(Operation operation) throws FailedTestException, IOException {
    switch (operation) {
      case Run run -> start(run);
      case Write(String payload) -> running().stdin().sink().write(payload.getBytes(UTF_8));
      case Read(Stream stream, String payload) -> read(stream, payload);
      case Connect(String id) -> connect(id);
      case Send(String id, String payload) ->
          connection(id).getOutputStream().write(payload.getBytes(UTF_8));
      case Receive(String id, String payload) ->
          compare("connection " + id, connection(id).getInputStream(), payload);
      case Wait(int exitCode) -> end(exitCode);
      case Unsupported(String what) ->
          throw new FailedTestException("this runner doesn't support " + what);
    }
  }

  /**
   * Checks that nothing was started that was not waited for.
   *
   * @throws FailedTestException if something was
   */
  void finish() throws FailedTestException {
    if (running != null) {
      throw new FailedTestException("the configuration doesn't wait for the program");
    }
  }

  private void start(Run run) throws FailedTestException, IOException {
    if (running != null) {
      throw new FailedTestException("the configuration runs the program while it is running");
    }
    running = program.start(Grants.of(program.file(), run, proposals, scratch));
  }

  private RunningProgram running() throws FailedTestException {
    if (running == null) {
      throw new FailedTestException("the configuration needs the program before it is run");
    }
    return running;
  }

  private void read(Stream stream, String payload) throws FailedTestException, IOException {
    compare(stream.toString(), output(running(), stream).source(), payload);
  }

  private static Pipe output(RunningProgram program, Stream stream) {
    return switch (stream) {
      case STDOUT -> program.stdout();
      case STDERR -> program.stderr();
    };
  }

  private static void compare(String what, InputStream from, String payload)
      throws FailedTestException, IOException {
    String got = new String(from.readNBytes(payload.getBytes(UTF_8).length), UTF_8);
    if (!got.equals(payload)) {
      throw FailedTestException.expected(quoted(payload) + " from " + what, quoted(got));
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private void connect(String id) throws FailedTestException, IOException {
    String address = running().stdout().line();
    int colon = address.lastIndexOf(':');
    if (colon < 0 || !address.substring(colon + 1).matches("\\d{1,5}")) {
      throw FailedTestException.expected("a line with a host and a port", quoted(address));
    }
    var socket = new Socket();
    if (connections.putIfAbsent(id, socket) != null) {
      throw new FailedTestException("the configuration has two connections " + id);
    }
    int port = Integer.parseInt(address.substring(colon + 1));
    int patience = (int) program.deadline().toMillis();
    socket.setSoTimeout(patience);
    socket.connect(new InetSocketAddress(address.substring(0, colon), port), patience);
  }

  private Socket connection(String id) throws FailedTestException {
    Socket socket = connections.get(id);
    if (socket == null) {
      throw new FailedTestException("the configuration has no connection " + id);
    }
    return socket;
  }

  private void end(int exitCode) throws FailedTestException, IOException {
    RunningProgram ended = running();
    ended.stdin().end();
    RunningProgram.Exit exit = ended.exit();
    running = null;
    if (exit.code() != exitCode) {
      throw FailedTestException.expected(
          "exit code " + exitCode, exit.code() + details(ended, exit));
    }
  }

  private static String details(RunningProgram program, RunningProgram.Exit exit)
      throws IOException {
    var details = new StringBuilder();
    if (!exit.why().isEmpty()) {
      details.append('\n').append(exit.why());
    }
    for (Stream stream : Stream.values()) {
      byte[] rest = output(program, stream).source().readNBytes(SHOWN);
      if (rest.length != 0) {
        details.append('\n').append(stream).append(": ").append(new String(rest, UTF_8).strip());
      }
    }
    return details.toString();
  }

  /** Stops what runs, and deletes what was made. */
  @Override
  public void close() throws FailedTestException, IOException {
    try (scratch) {
      for (Socket socket : connections.values()) {
        socket.close();
      }
      if (running != null) {
        running.close();
      }
    }
  }
}
