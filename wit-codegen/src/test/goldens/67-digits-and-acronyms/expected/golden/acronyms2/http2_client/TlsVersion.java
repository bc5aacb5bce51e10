package golden.acronyms2.http2_client;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum TLS-version}. */
@Generated("interface golden:acronyms2/HTTP2-client")
@NullMarked
public enum TlsVersion {
  /** {@code TLS12}. */
  TLS12,

  /** {@code TLS13}. */
  TLS13
}
