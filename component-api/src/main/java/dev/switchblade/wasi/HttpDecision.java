package dev.switchblade.wasi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What becomes of a request. */
public sealed interface HttpDecision {

  /** Sends it, if its origin is granted. */
  static HttpDecision proceed() {
    return new Proceed();
  }

  /** Refuses it: the guest gets {@code HTTP-request-denied}. */
  static HttpDecision refuse() {
    return new Refuse();
  }

  /** Sends another one instead, with the same body, if its origin is granted. */
  static HttpDecision change(HttpRequest request) {
    return new Change(request);
  }

  /** Answers it; nothing is sent, and its origin needs no grant. */
  static HttpDecision answer(int status, String body) {
    return new Answer(status, List.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends the request. */
  record Proceed() implements HttpDecision {}

  /** Refuses the request. */
  record Refuse() implements HttpDecision {}

  /**
   * Sends another request.
   *
   * @param request what to send, with the guest's body
   */
  record Change(HttpRequest request) implements HttpDecision {
    /** Requires a request. */
    public Change {
      Objects.requireNonNull(request, "request");
    }
  }

  /**
   * Answers the request.
   *
   * @param status 100 to 999
   * @param headers in their order
   * @param body kept, not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // bodies are large
  record Answer(int status, List<HttpHeader> headers, byte[] body) implements HttpDecision {
    /**
     * Requires all of it.
     *
     * @throws IllegalArgumentException if the status is none
     */
    public Answer {
      Objects.requireNonNull(body, "body");
      headers = List.copyOf(headers);
      if (status < 100 || status > 999) {
        throw new IllegalArgumentException("status: expected 100 to 999, got " + status);
      }
    }
  }
}
