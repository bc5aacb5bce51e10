package dev.switchblade.wasi;

import java.util.Objects;

/**
 * A header of a request or an answer.
 *
 * @param name its name, in lower case where it comes from a guest
 * @param value its value; characters are bytes (ISO 8859-1)
 */
public record HttpHeader(String name, String value) {

  /** Requires both. */
  public HttpHeader {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}
