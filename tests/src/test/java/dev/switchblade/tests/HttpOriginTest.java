package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.wasi.HttpOrigin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How origins are written. */
final class HttpOriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.stripe.com, true, api.stripe.com, 443",
    "https://api.stripe.com/, true, api.stripe.com, 443",
    "https://api.stripe.com:443, true, api.stripe.com, 443",
    "http://api.stripe.com, false, api.stripe.com, 80",
    "http://localhost:8080, false, localhost, 8080",
    "https://*.example.com, true, *.example.com, 443",
    "https://example.com:*, true, example.com, 0",
    "https://*, true, *, 443",
    "http://*:*, false, *, 0",
    "HTTPS://API.Example.COM, true, api.example.com, 443",
    "http://example.com.:80, false, example.com., 80",
    "http://127.0.0.1:1, false, 127.0.0.1, 1",
    "http://[::1]:65535, false, ::1, 65535",
    "https://[2001:DB8::1], true, 2001:db8::1, 443",
    "http://my_host, false, my_host, 80",
    "http://a, false, a, 80",
  })
  void areReadIntoTheirParts(String text, boolean secure, String host, int port) {
    assertEquals(new HttpOrigin(secure, host, port), HttpOrigin.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.stripe.com:443/, https://api.stripe.com",
    "http://localhost:80, http://localhost",
    "http://localhost:443, http://localhost:443",
    "https://localhost:80, https://localhost:80",
    "https://*.EXAMPLE.com, https://*.example.com",
    "http://*:*, http://*:*",
    "http://[::1]:8080, http://[::1]:8080",
  })
  void areShownAsTheyAreRead(String text, String shown) {
    HttpOrigin origin = HttpOrigin.parse(text);
    assertEquals(shown, origin.toString());
    assertEquals(origin, HttpOrigin.parse(shown));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "example.com",
        "//example.com",
        "ftp://example.com",
        "https:example.com",
        "https://",
        "https://example.com/path",
        "https://example.com//",
        "https://example.com?query",
        "https://example.com#fragment",
        "https://user@example.com",
        "https://user:password@example.com",
        "https://example.com:",
        "https://example.com:port",
        "https://example.com:-1",
        "https://example.com:123456",
        "https://*example.com",
        "https://api.*.com",
        "https://*.*.com",
        "https://*.",
        "https://example.com ",
        " https://example.com",
        "https://exa mple.com",
        "https://-example.com",
        "https://.example.com",
        "https://::1",
        "https://[::1",
        "https://[example.com]",
        "https://example.com\n",
        "https://example.com\u0000",
        "https://bücher.example",
      })
  void whatIsNoneIsRefused(String text) {
    var exception = assertThrows(IllegalArgumentException.class, () -> HttpOrigin.parse(text));
    assertTrue(
        exception.getMessage().startsWith("expected an origin such as https://api.example.com"),
        exception.getMessage());
    assertTrue(exception.getMessage().endsWith("got \"" + text + '"'), exception.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com:0", "http://example.com:65536", "http://*:99999"})
  void portsOutOfRangeAreRefused(String text) {
    var exception = assertThrows(IllegalArgumentException.class, () -> HttpOrigin.parse(text));
    assertEquals(text + ": expected a port from 1 to 65535", exception.getMessage());
  }
}
