package dev.switchblade.benchmarks.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says whose turn it is. A round begins when all benchmarks that are compared are about to begin an
 * iteration (see {@link dev.switchblade.benchmarks.TurnTaker}); then the Rust host runs, then one
 * benchmark after the other, and nothing else.
 */
final class Referee implements AutoCloseable {

  private final HostProgram rust;
  private final Workload workload;
  private final int roundMillis;

  /** One for each benchmark. */
  private final List<ServerSocket> servers = new ArrayList<>();

  private final Set<Socket> connected = ConcurrentHashMap.newKeySet();

  private final Thread thread;

  /** Nanoseconds per operation in Rust, in the order of JMH's iterations. */
  private final List<Double> rounds = new ArrayList<>();

  /**
   * Begins.
   *
   * @param workload what Rust does
   * @param benchmarks how many take turns
   */
  Referee(HostProgram rust, Workload workload, int roundMillis, int benchmarks) throws IOException {
    this.rust = rust;
    this.workload = workload;
    this.roundMillis = roundMillis;
    for (int i = 0; i < benchmarks; i++) {
      servers.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }
    thread = Thread.ofPlatform().daemon().name("referee").start(this::serve);
  }

  /** Where a benchmark asks. */
  int port(int benchmark) {
    return servers.get(benchmark).getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        serveFork();
      }
    } catch (SocketException e) {
      // Closed: the last JVM has ended.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As long as one JVM of each benchmark lives. */
  private void serveFork() throws IOException {
    List<Socket> jvms = new ArrayList<>();
    try {
      for (ServerSocket server : servers) {
        Socket jvm = server.accept();
        jvms.add(jvm);
        connected.add(jvm);
      }
      while (allAreReady(jvms)) {
        rounds.add(rust.round(workload.rustLabel(), roundMillis));
        // None is always the first after Rust.
        int first = rounds.size() % jvms.size();
        for (int i = 0; i < jvms.size(); i++) {
          Socket jvm = jvms.get((first + i) % jvms.size());
          jvm.getOutputStream().write(1);
          if (jvm.getInputStream().read() < 0) {
            return;
          }
        }
      }
    } finally {
      for (Socket jvm : jvms) {
        jvm.close();
        connected.remove(jvm);
      }
    }
  }

  private static boolean allAreReady(List<Socket> jvms) throws IOException {
    for (Socket jvm : jvms) {
      if (jvm.getInputStream().read() < 0) {
        return false;
      }
    }
    return true;
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
    // Who waits for a connection or for a turn learns that there will be none.
    for (ServerSocket server : servers) {
      server.close();
    }
    for (Socket jvm : connected) {
      jvm.close();
    }
  }
}
