package golden.acronyms2.http2_client;

import dev.switchblade.Tuple4;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** {@code record URL}. */
@Generated("interface golden:acronyms2/HTTP2-client")
@NullMarked
public record Url(String scheme, Optional<Tuple4<Integer, Integer, Integer, Integer>> ipv4) {
  /** Refuses null. */
  public Url {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(ipv4, "ipv4");
  }
}
