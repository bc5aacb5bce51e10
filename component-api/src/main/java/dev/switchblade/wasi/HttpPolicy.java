package dev.switchblade.wasi;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How requests are made. Timeouts are the longest ones; a guest can ask for shorter ones.
 * Immutable; as thread-safe as its interceptor.
 */
public final class HttpPolicy {

  private static final HttpPolicy DEFAULT = builder().build();

  private final Duration connectTimeout;
  private final Duration firstByteTimeout;
  private final Duration betweenBytesTimeout;
  private final long requestBytes;
  private final long responseBytes;
  private final @Nullable HttpInterceptor interceptor;
  private final @Nullable List<X509Certificate> trusted;

  private HttpPolicy(Builder builder) {
    this.connectTimeout = builder.connectTimeout;
    this.firstByteTimeout = builder.firstByteTimeout;
    this.betweenBytesTimeout = builder.betweenBytesTimeout;
    this.requestBytes = builder.requestBytes;
    this.responseBytes = builder.responseBytes;
    this.interceptor = builder.interceptor;
    this.trusted = builder.trusted;
  }

  /** How requests are made unless something else is said. */
  public static HttpPolicy defaults() {
    return DEFAULT;
  }

  /** Starts from the {@linkplain #defaults() defaults}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from what this has. */
  public Builder toBuilder() {
    var builder =
        new Builder()
            .timeouts(connectTimeout, firstByteTimeout, betweenBytesTimeout)
            .bodyLimits(requestBytes, responseBytes);
    builder.interceptor = interceptor;
    builder.trusted = trusted;
    return builder;
  }

  /** How long connecting may take, TLS included; 30 seconds unless set. */
  public Duration connectTimeout() {
    return connectTimeout;
  }

  /** How long an answer may take to begin; 60 seconds unless set. */
  public Duration firstByteTimeout() {
    return firstByteTimeout;
  }

  /** How long an answer may pause; 60 seconds unless set. */
  public Duration betweenBytesTimeout() {
    return betweenBytesTimeout;
  }

  /** The most bytes of a request's body; 64 MiB unless set. */
  public long requestBytes() {
    return requestBytes;
  }

  /** The most bytes of an answer's body; 64 MiB unless set. */
  public long responseBytes() {
    return responseBytes;
  }

  /** Who sees each request first; null if nobody does. */
  public @Nullable HttpInterceptor interceptor() {
    return interceptor;
  }

  /** Whom TLS trusts; null for what this JVM trusts ({@code javax.net.ssl.trustStore}). */
  public @Nullable List<X509Certificate> trusted() {
    return trusted;
  }

  /** The same with other timeouts; see {@link Builder#timeouts}. */
  public HttpPolicy withTimeouts(Duration connect, Duration firstByte, Duration betweenBytes) {
    return toBuilder().timeouts(connect, firstByte, betweenBytes).build();
  }

  /** The same with other limits of bodies; see {@link Builder#bodyLimits}. */
  public HttpPolicy withBodyLimits(long request, long response) {
    return toBuilder().bodyLimits(request, response).build();
  }

  /** The same with an interceptor; see {@link Builder#interceptor}. */
  public HttpPolicy withInterceptor(HttpInterceptor sees) {
    return toBuilder().interceptor(sees).build();
  }

  /** The same, trusting these certificates and no others. */
  public HttpPolicy withTrusted(List<X509Certificate> certificates) {
    return toBuilder().trusted(certificates).build();
  }

  private List<@Nullable Object> parts() {
    return Arrays.asList(
        connectTimeout,
        firstByteTimeout,
        betweenBytesTimeout,
        requestBytes,
        responseBytes,
        interceptor,
        trusted);
  }

  /** Says whether another one has the same numbers, certificates and interceptor. */
  @Override
  public boolean equals(Object other) {
    return other instanceof HttpPolicy policy && parts().equals(policy.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  @Override
  public String toString() {
    return "HttpPolicy[connectTimeout="
        + connectTimeout
        + ", firstByteTimeout="
        + firstByteTimeout
        + ", betweenBytesTimeout="
        + betweenBytesTimeout
        + ", requestBytes="
        + requestBytes
        + ", responseBytes="
        + responseBytes
        + ", interceptor="
        + interceptor
        + ", trusted="
        + (trusted == null ? "the JVM's" : trusted.size() + " certificates")
        + "]";
  }

  /** A policy that is being made. Not thread-safe. */
  public static final class Builder {
    private Duration connectTimeout = Duration.ofSeconds(30);
    private Duration firstByteTimeout = Duration.ofSeconds(60);
    private Duration betweenBytesTimeout = Duration.ofSeconds(60);
    private long requestBytes = 64 << 20;
    private long responseBytes = 64 << 20;
    private @Nullable HttpInterceptor interceptor;
    private @Nullable List<X509Certificate> trusted;

    private Builder() {}

    /**
     * Sets the timeouts.
     *
     * @param connect how long connecting may take, TLS included
     * @param firstByte how long an answer may take to begin
     * @param betweenBytes how long an answer may pause
     * @return this
     * @throws IllegalArgumentException if one is not positive
     */
    public Builder timeouts(Duration connect, Duration firstByte, Duration betweenBytes) {
      connectTimeout = requirePositive("connectTimeout", connect);
      firstByteTimeout = requirePositive("firstByteTimeout", firstByte);
      betweenBytesTimeout = requirePositive("betweenBytesTimeout", betweenBytes);
      return this;
    }

    private static Duration requirePositive(String name, Duration timeout) {
      if (!Objects.requireNonNull(timeout, name).isPositive()) {
        throw new IllegalArgumentException(
            "http." + name + ": expected a positive duration, got " + timeout);
      }
      return timeout;
    }

    /**
     * Sets the limits of bodies.
     *
     * @param request the most bytes of a request's body
     * @param response the most bytes of an answer's body
     * @return this
     * @throws IllegalArgumentException if one is negative
     */
    public Builder bodyLimits(long request, long response) {
      if (request < 0 || response < 0) {
        throw new IllegalArgumentException(
            "http: expected 0 bytes or more, got " + Math.min(request, response));
      }
      requestBytes = request;
      responseBytes = response;
      return this;
    }

    /**
     * Has each request seen before it is sent. Not with {@linkplain
     * dev.switchblade.Engine.Builder#concurrency concurrency}.
     *
     * @param sees who sees it
     * @return this
     */
    public Builder interceptor(HttpInterceptor sees) {
      interceptor = Objects.requireNonNull(sees, "sees");
      return this;
    }

    /**
     * Has requests seen by nobody, as at first.
     *
     * @return this
     */
    public Builder noInterceptor() {
      interceptor = null;
      return this;
    }

    /**
     * Sets whom TLS trusts, instead of what this JVM trusts.
     *
     * @param certificates these certificates and no others
     * @return this
     */
    public Builder trusted(List<X509Certificate> certificates) {
      trusted = List.copyOf(certificates);
      return this;
    }

    /** Makes the policy. */
    public HttpPolicy build() {
      return new HttpPolicy(this);
    }
  }
}
