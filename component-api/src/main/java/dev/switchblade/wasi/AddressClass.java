package dev.switchblade.wasi;

/**
 * A kind of address that needs a grant of its own: a grant of any address, of a name, or of an
 * origin with a name doesn't mean it.
 */
public enum AddressClass {
  /** This machine: 127.0.0.0/8, ::1, and the unspecified addresses, which reach it too. */
  LOOPBACK,
  /** 169.254.0.0/16 and fe80::/10: neighbours, and the metadata services of clouds. */
  LINK_LOCAL,
  /** 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, fc00::/7. */
  PRIVATE,
  /** Multicast, broadcast, documentation, and reserved addresses. */
  SPECIAL
}
