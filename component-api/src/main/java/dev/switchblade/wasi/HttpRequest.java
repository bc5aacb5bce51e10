package dev.switchblade.wasi;

import java.util.List;
import java.util.Objects;

/**
 * A request that a guest is about to make, without its body, which it may write later.
 *
 * @param method such as {@code GET}
 * @param url absolute, with {@code http} or {@code https}
 * @param headers in their order
 */
public record HttpRequest(String method, String url, List<HttpHeader> headers) {

  /** Requires all of it. */
  public HttpRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(url, "url");
    headers = List.copyOf(headers);
  }
}
