package dev.switchblade.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Waits for its turn before each measured iteration, so that all who are compared meet the same
 * state of the machine, one behind the other: the Rust host, and maybe another benchmark. Without
 * the property, as when JMH is run by hand, there is nobody to wait for.
 */
@State(Scope.Thread)
public abstract class TurnTaker {

  /** The system property with the port of the one who says whose turn it is. */
  public static final String PORT = "switchblade.benchmarks.port";

  /** The system property with the folder of the guests. */
  public static final String GUESTS = "switchblade.benchmarks.guests";

  private @Nullable Socket referee;

  /** Connects. */
  @Setup(Level.Trial)
  public final void connect() throws IOException {
    int port = Integer.getInteger(PORT, 0);
    if (port != 0) {
      referee = new Socket(InetAddress.getLoopbackAddress(), port);
    }
  }

  /** Waits until it is this benchmark's turn. */
  @Setup(Level.Iteration)
  public final void awaitTurn(IterationParams iteration) throws IOException {
    Socket socket = referee;
    if (socket != null && iteration.getType() == IterationType.MEASUREMENT) {
      socket.getOutputStream().write(1);
      if (socket.getInputStream().read() < 0) {
        throw new IOException("the Rust host or the other benchmark has failed");
      }
    }
  }

  /** Lets the others have theirs. */
  @TearDown(Level.Iteration)
  public final void endTurn(IterationParams iteration) throws IOException {
    Socket socket = referee;
    if (socket != null && iteration.getType() == IterationType.MEASUREMENT) {
      socket.getOutputStream().write(0);
    }
  }

  /** Disconnects. */
  @TearDown(Level.Trial)
  public final void disconnect() throws IOException {
    Socket socket = referee;
    if (socket != null) {
      socket.close();
    }
  }
}
