package dev.switchblade.wasi;

/**
 * A kind of address that needs a grant of its own: a grant of any address, of a name, or of an
 * origin with a name doesn't mean it.
 */
public enum AddressClass {
  /** This machine: 127.0.0.0/8, ::1, and the unspecified addresses, which reach it too. */
  LOOPBACK(1),
  /** 169.254.0.0/16 and fe80::/10: neighbours, and the metadata services of clouds. */
  LINK_LOCAL(2),
  /** 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, fc00::/7. */
  PRIVATE(4),
  /** Multicast, broadcast, documentation, and reserved addresses. */
  SPECIAL(8);

  private final int bit;

  AddressClass(int bit) {
    this.bit = bit;
  }

  /** Its bit in {@code sb_wasi_new}. */
  public int bit() {
    return bit;
  }
}
