package dev.switchblade.wasi;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How requests are made. Timeouts are the longest ones; a guest can ask for shorter ones.
 *
 * @param connectTimeout how long connecting may take, TLS included; 30 seconds unless set
 * @param firstByteTimeout how long an answer may take to begin; 60 seconds unless set
 * @param betweenBytesTimeout how long an answer may pause; 60 seconds unless set
 * @param requestBytes the most bytes of a request's body; 64 MiB unless set
 * @param responseBytes the most bytes of an answer's body; 64 MiB unless set
 * @param interceptor sees each request first; null if nobody does. Not with {@linkplain
 *     dev.switchblade.Engine.Builder#concurrency concurrency}
 * @param trusted whom TLS trusts; null for what this JVM trusts ({@code javax.net.ssl.trustStore})
 */
public record HttpPolicy(
    Duration connectTimeout,
    Duration firstByteTimeout,
    Duration betweenBytesTimeout,
    long requestBytes,
    long responseBytes,
    @Nullable HttpInterceptor interceptor,
    @Nullable List<X509Certificate> trusted) {

  private static final HttpPolicy DEFAULT =
      new HttpPolicy(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          64 << 20,
          64 << 20,
          null,
          null);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or a timeout is not positive
   */
  public HttpPolicy {
    requirePositive("connectTimeout", connectTimeout);
    requirePositive("firstByteTimeout", firstByteTimeout);
    requirePositive("betweenBytesTimeout", betweenBytesTimeout);
    if (requestBytes < 0 || responseBytes < 0) {
      throw new IllegalArgumentException(
          "http: expected 0 bytes or more, got " + Math.min(requestBytes, responseBytes));
    }
    trusted = trusted == null ? null : List.copyOf(trusted);
  }

  private static void requirePositive(String name, Duration timeout) {
    if (!Objects.requireNonNull(timeout, name).isPositive()) {
      throw new IllegalArgumentException(
          "http." + name + ": expected a positive duration, got " + timeout);
    }
  }

  /** How requests are made unless something else is said. */
  public static HttpPolicy defaults() {
    return DEFAULT;
  }

  /** The same with other timeouts. */
  public HttpPolicy withTimeouts(Duration connect, Duration firstByte, Duration betweenBytes) {
    return new HttpPolicy(
        connect, firstByte, betweenBytes, requestBytes, responseBytes, interceptor, trusted);
  }

  /** The same with other limits of bodies. */
  public HttpPolicy withBodyLimits(long request, long response) {
    return new HttpPolicy(
        connectTimeout,
        firstByteTimeout,
        betweenBytesTimeout,
        request,
        response,
        interceptor,
        trusted);
  }

  /** The same with an interceptor. */
  public HttpPolicy withInterceptor(HttpInterceptor sees) {
    return new HttpPolicy(
        connectTimeout,
        firstByteTimeout,
        betweenBytesTimeout,
        requestBytes,
        responseBytes,
        Objects.requireNonNull(sees, "sees"),
        trusted);
  }

  /** The same, trusting these certificates and no others. */
  public HttpPolicy withTrusted(List<X509Certificate> certificates) {
    return new HttpPolicy(
        connectTimeout,
        firstByteTimeout,
        betweenBytesTimeout,
        requestBytes,
        responseBytes,
        interceptor,
        certificates);
  }
}
