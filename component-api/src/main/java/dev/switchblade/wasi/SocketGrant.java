package dev.switchblade.wasi;

import java.net.InetAddress;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Sockets that guests may use.
 *
 * <p>The host is
 *
 * <ul>
 *   <li>{@code *}: any public address,
 *   <li>an address or a range: {@code 10.1.2.3}, {@code 10.0.0.0/8}, {@code ::1}; a range that lies
 *       within the loopback, link-local, private or special addresses grants these,
 *   <li>a name, or names by their end: {@code db.example.com}, {@code *.example.com}: the public
 *       addresses that the guest got by looking the name up, which {@link
 *       WasiConfig.Builder#allowDns} grants. {@code localhost} means this machine.
 * </ul>
 *
 * @param direction who begins
 * @param protocol TCP or UDP
 * @param host whom guests may reach; for {@link Direction#INBOUND}, the local addresses where they
 *     may be reached
 * @param firstPort the first port, 0 to 65535: the remote one, for {@link Direction#INBOUND} the
 *     local one; 0 lets the system pick
 * @param lastPort the last port, not below the first
 */
public record SocketGrant(
    Direction direction, Protocol protocol, String host, int firstPort, int lastPort) {

  /** What looks like an address or a range, whether it is one or not. */
  private static final Pattern NUMERIC =
      Pattern.compile("[0-9.]+(/\\d+)?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/\\d+)?");

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern NAME =
      Pattern.compile("(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\\.?");

  /** Who begins. */
  public enum Direction {
    /** The guest connects, or sends. */
    OUTBOUND,
    /** The guest binds, listens and accepts, or receives from anybody. */
    INBOUND
  }

  /** The protocol of a socket. */
  public enum Protocol {
    /** Streams. */
    TCP,
    /** Datagrams. */
    UDP
  }

  /**
   * Checks the host and the ports.
   *
   * @throws IllegalArgumentException if the host is none of the above, or a port out of range
   */
  public SocketGrant {
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(protocol, "protocol");
    boolean known =
        NUMERIC.matcher(host).matches()
            ? isRange(host)
            : host.equals("*") || NAME.matcher(host).matches();
    if (!known) {
      throw new IllegalArgumentException(
          "socket grant: expected an address, a range such as 10.0.0.0/8, a name such as"
              + " *.example.com, or *, got \""
              + host
              + '"');
    }
    if (firstPort < 0 || lastPort > 65535 || lastPort < firstPort) {
      throw new IllegalArgumentException(
          "socket grant for "
              + host
              + ": expected ports from 0 to 65535, got "
              + firstPort
              + " to "
              + lastPort);
    }
  }

  /** Says whether this is an address, or a range with no more bits than its addresses have. */
  private static boolean isRange(String host) {
    String[] parts = host.split("/", 2);
    boolean fourBytes = parts[0].indexOf(':') < 0;
    boolean address = fourBytes ? IPV4.matcher(parts[0]).matches() : isIpv6(parts[0]);
    int most = fourBytes ? 32 : 128;
    return address
        && (parts.length == 1 || (parts[1].length() <= 3 && Integer.parseInt(parts[1]) <= most));
  }

  private static boolean isIpv6(String address) {
    try {
      InetAddress.ofLiteral(address);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The guest may connect there. */
  public static SocketGrant tcpConnect(String host, int port) {
    return new SocketGrant(Direction.OUTBOUND, Protocol.TCP, host, port, port);
  }

  /** The guest may listen there. */
  public static SocketGrant tcpListen(String address, int port) {
    return new SocketGrant(Direction.INBOUND, Protocol.TCP, address, port, port);
  }

  /** The guest may send datagrams there, and gets the answers. */
  public static SocketGrant udpSend(String host, int port) {
    return new SocketGrant(Direction.OUTBOUND, Protocol.UDP, host, port, port);
  }

  /** The guest may receive datagrams there, from anybody. */
  public static SocketGrant udpReceive(String address, int port) {
    return new SocketGrant(Direction.INBOUND, Protocol.UDP, address, port, port);
  }

  /** The same for a range of ports, both included. */
  public SocketGrant withPorts(int first, int last) {
    return new SocketGrant(direction, protocol, host, first, last);
  }

  /** Says whether the host is an address or a range of addresses. */
  public boolean isNumeric() {
    return NUMERIC.matcher(host).matches();
  }
}
