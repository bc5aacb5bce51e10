package dev.switchblade.cli;

import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AddressClass;
import dev.switchblade.wasi.SocketGrant;
import dev.switchblade.wasi.WasiConfig;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options that say what a component may touch. Without one it may touch nothing. */
final class Grants {

  private final CommandSpec spec;

  Grants(CommandSpec spec) {
    this.spec = spec;
    option("--dir", "HOST[::GUEST][:rw]", "A folder that it sees; :rw lets it write there.");
    option("--env", "NAME[=VALUE]", "A variable; without a value, that of this process.");
    option("--allow-outbound", "ORIGIN", "Where HTTP goes, such as https://api.example.com.");
    option("--allow-connect", "HOST:PORT", "Where TCP goes: an address, a range or a name.");
  }

  private void option(String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(description, "May be repeated.")
            .build());
  }

  /**
   * What the options say, and this process's standard streams.
   *
   * @param arguments of the program, its name first
   */
  WasiConfig toConfig(List<String> arguments) {
    var wasi =
        WasiConfig.builder()
            .args(arguments.toArray(String[]::new))
            .inheritStdin()
            .stdout(RootCommand.streams(spec).guestsOut())
            .stderr(RootCommand.streams(spec).guestsErr());
    InputStream typed = StandardStreams.typed();
    if (typed != null) {
      wasi.stdin(typed);
    }
    each("--dir", text -> folder(wasi, text));
    each("--env", text -> variable(wasi, text));
    each("--allow-outbound", wasi::allowOutbound);
    each("--allow-connect", text -> connect(wasi, text));
    try {
      return wasi.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Takes what an option was given; what can't be taken is wrong usage. */
  private void each(String option, Consumer<String> take) {
    List<String> values = spec.commandLine().getParseResult().matchedOptionValue(option, List.of());
    for (String value : values) {
      try {
        take.accept(value);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            spec.commandLine(), option + " " + value + ": " + e.getMessage(), e);
      }
    }
  }

  private static void folder(WasiConfig.Builder wasi, String text) {
    boolean writable = text.endsWith(":rw");
    String paths = writable ? text.substring(0, text.length() - 3) : text;
    int separator = separatorOf(paths);
    String host = separator < 0 ? paths : paths.substring(0, separator);
    String guest =
        separator < 0 ? paths.replace(File.separatorChar, '/') : paths.substring(separator + 2);
    if (host.isEmpty() || guest.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a folder, and its path as the component sees it, such as data::/data");
    }
    Path folder = Path.of(host);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          Files.exists(folder)
              ? host + " is a file; expected a folder"
              : "there is no folder " + host + "; expected one, such as data::/data");
    }
    Access[] rights = writable ? Access.values() : new Access[] {Access.READ};
    wasi.preopen(folder, guest, rights);
  }

  /** Where the two colons are; those of {@code C:::/data} are the last two. */
  private static int separatorOf(String paths) {
    int separator = paths.indexOf("::");
    return separator >= 0 && paths.startsWith(":::", separator) ? separator + 1 : separator;
  }

  private static void variable(WasiConfig.Builder wasi, String text) {
    int separator = text.indexOf('=');
    if (text.isEmpty() || separator == 0) {
      throw new IllegalArgumentException("expected a name, as in LANG or LANG=C");
    }
    if (separator > 0) {
      wasi.env(text.substring(0, separator), text.substring(separator + 1));
      return;
    }
    String value = System.getenv(text);
    if (value == null) {
      throw new IllegalArgumentException(
          "this process has no such variable; expected one, or a value, as in " + text + "=1");
    }
    wasi.env(text, value);
  }

  private static void connect(WasiConfig.Builder wasi, String text) {
    int separator = text.lastIndexOf(':');
    String host = separator < 0 ? "" : text.substring(0, separator);
    int port;
    try {
      port = Integer.parseInt(text.substring(separator + 1));
    } catch (NumberFormatException e) {
      port = -1;
    }
    if (host.isEmpty() || port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "expected a host and a port from 1 to 65535, such as db.example.com:5432");
    }
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    SocketGrant grant = SocketGrant.tcpConnect(host, port);
    wasi.allowSocket(grant);
    if (!grant.isNumeric()) {
      // Who names a host on this command line means it, wherever it is.
      wasi.allowDns(host).allowAddresses(AddressClass.LOOPBACK, AddressClass.PRIVATE);
    }
  }
}
