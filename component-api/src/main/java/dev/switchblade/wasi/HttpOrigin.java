package dev.switchblade.wasi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where requests may go: {@code https://api.stripe.com}, {@code http://localhost:8080}, {@code
 * https://*.example.com} (not {@code example.com} itself), {@code https://example.com:*}, {@code
 * https://*} (any host with a public address).
 *
 * @param secure whether the scheme is {@code https}; otherwise it is {@code http}
 * @param host a name in lower case, one that begins with {@code *.}, an address (of IPv6 without
 *     brackets), or {@code *}
 * @param port 1 to 65535, or 0 for any
 */
public record HttpOrigin(boolean secure, String host, int port) {

  private static final Pattern ORIGIN =
      Pattern.compile(
          "(https?)://(\\*|\\[[0-9a-f:.]+]|(?:\\*\\.)?[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\\.?)(?::(\\d{1,5}|\\*))?/?");

  /**
   * Reads an origin.
   *
   * @throws IllegalArgumentException if it is none; a path, a query or a user are not part of one
   */
  public static HttpOrigin parse(String text) {
    Matcher origin = ORIGIN.matcher(text.toLowerCase(Locale.ROOT));
    if (!origin.matches()) {
      throw new IllegalArgumentException(
          "expected an origin such as https://api.example.com, https://*.example.com or"
              + " http://localhost:8080, got \""
              + text
              + '"');
    }
    boolean secure = origin.group(1).equals("https");
    String host = origin.group(2);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    String port = origin.group(3);
    int number;
    if (port == null) {
      number = secure ? 443 : 80;
    } else if (port.equals("*")) {
      number = 0;
    } else {
      number = Integer.parseInt(port);
      if (number < 1 || number > 65535) {
        throw new IllegalArgumentException(text + ": expected a port from 1 to 65535");
      }
    }
    return new HttpOrigin(secure, host, number);
  }

  /** As it is read. */
  @Override
  public String toString() {
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    boolean usual = port == (secure ? 443 : 80);
    return (secure ? "https://" : "http://")
        + shown
        + (usual ? "" : ":" + (port == 0 ? "*" : Integer.toString(port)));
  }
}
