package dev.switchblade.benchmarks.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a round of the Rust host whenever {@link dev.switchblade.benchmarks.TurnTaker} asks for one,
 * between two iterations of JMH.
 */
final class Referee implements AutoCloseable {

  private final HostProgram rust;
  private final Workload workload;
  private final int roundMillis;
  private final ServerSocket server;
  private final Thread thread;

  /** Nanoseconds per operation, in the order of JMH's iterations. */
  private final List<Double> rounds = new ArrayList<>();

  Referee(HostProgram rust, Workload workload, int roundMillis) throws IOException {
    this.rust = rust;
    this.workload = workload;
    this.roundMillis = roundMillis;
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    thread = Thread.ofPlatform().daemon().name("referee").start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        try (Socket jvm = server.accept()) {
          while (jvm.getInputStream().read() >= 0) {
            rounds.add(rust.round(workload.rustLabel(), roundMillis));
            jvm.getOutputStream().write(1);
          }
        }
      }
    } catch (SocketException e) {
      // Closed: the last JVM has ended.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rounds that were run, once JMH is done. */
  List<Double> rounds() throws IOException {
    close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return rounds;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
