package dev.switchblade.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

final class OptionsTest {

  private static final Path OUTPUT = Path.of("out");
  private static final Path INPUT = Path.of("wit");

  @Test
  void sayNothingOfWhatIsNotSet() throws MojoFailureException {
    var options = new Options(null, null, " ", List.of(), false, false, false, List.of());
    assertEquals(List.of("--output", "out", "wit"), options.arguments(OUTPUT, INPUT));
  }

  @Test
  void becomeTheCommandLine() throws MojoFailureException {
    var options =
        new Options(
            "acme:shop/shop@1.0.0",
            "com.acme.shop",
            "AcmeShop",
            List.of("clocks", "timers"),
            true,
            true,
            true,
            List.of(
                new Mapping("acme:shop/types.money", "java.math.BigDecimal", "com.acme.Money"),
                new Mapping("wasi:http/types", "com.acme.http", null)));
    assertEquals(
        List.of(
            "--world",
            "acme:shop/shop@1.0.0",
            "--package",
            "com.acme.shop",
            "--class-name",
            "AcmeShop",
            "--feature",
            "clocks",
            "--feature",
            "timers",
            "--all-features",
            "--implement-wasi",
            "--throw-errors",
            "--map",
            "acme:shop/types.money=java.math.BigDecimal:com.acme.Money",
            "--map",
            "wasi:http/types=com.acme.http",
            "--output",
            "out",
            "wit"),
        options.arguments(OUTPUT, INPUT));
  }

  @Test
  void areTrimmedAsXmlNeedsIt() throws MojoFailureException {
    var options = new Options("\n  shop\n", null, null, List.of(), false, false, false, List.of());
    assertEquals(
        List.of("--world", "shop", "--output", "out", "wit"), options.arguments(OUTPUT, INPUT));
  }
}
