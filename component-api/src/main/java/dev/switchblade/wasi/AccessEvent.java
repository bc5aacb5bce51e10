package dev.switchblade.wasi;

import java.util.Objects;

/**
 * A guest asked for something.
 *
 * <p>What a guest can't ask for raises no event: paths in no granted folder are refused by the
 * guest's own library, which knows the names of the folders.
 *
 * @param store the {@linkplain dev.switchblade.StoreConfig#label label} of its store
 * @param capability what it needs: {@code files}, {@code tcp-connect}, {@code tcp-bind}, {@code
 *     tcp-listen}, {@code udp-bind}, {@code udp-send}, {@code dns}, {@code http}, {@code keyvalue};
 *     {@code tcp} or {@code udp} for a socket of a protocol of which nothing is granted: the guest
 *     is refused before it says where to
 * @param what what it asked for, such as {@code open /images/../secret}, {@code 10.0.0.1:443} or
 *     {@code GET https://example.com/}; guests choose much of this text
 * @param granted whether it was granted
 */
public record AccessEvent(String store, String capability, String what, boolean granted) {

  /** Requires all of it. */
  public AccessEvent {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(capability, "capability");
    Objects.requireNonNull(what, "what");
  }
}
