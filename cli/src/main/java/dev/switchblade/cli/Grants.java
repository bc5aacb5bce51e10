package dev.switchblade.cli;

import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AddressClass;
import dev.switchblade.wasi.SocketGrant;
import dev.switchblade.wasi.WasiConfig;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say what a component may touch. Without one it may touch nothing. */
final class Grants {

  private final CommandSpec spec;

  Grants(CommandSpec spec) {
    this.spec = spec;
    option(
        "--dir",
        "HOST[::GUEST][:rw]",
        "A folder that the component sees, read-only unless :rw follows.");
    option("--env", "NAME[=VALUE]", "An environment variable; without a value, this process's.");
    option("--allow-outbound", "ORIGIN", "Where HTTP requests may go: https://api.example.com.");
    option(
        "--allow-connect",
        "HOST:PORT",
        "Where TCP connections may go: an address, a range, or a name, and a port.");
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

  private List<String> values(String name) {
    return spec.commandLine().getParseResult().matchedOptionValue(name, List.of());
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
            .inheritStdout()
            .inheritStderr();
    values("--dir").forEach(text -> folder(wasi, text));
    values("--env").forEach(text -> variable(wasi, text));
    wasi.allowOutbound(values("--allow-outbound").toArray(String[]::new));
    values("--allow-connect").forEach(text -> connect(wasi, text));
    return wasi.build();
  }

  private static void folder(WasiConfig.Builder wasi, String text) {
    boolean writable = text.endsWith(":rw");
    String paths = writable ? text.substring(0, text.length() - 3) : text;
    int separator = paths.indexOf("::");
    String host = separator < 0 ? paths : paths.substring(0, separator);
    String guest = separator < 0 ? paths : paths.substring(separator + 2);
    Access[] rights = writable ? Access.values() : new Access[] {Access.READ};
    wasi.preopen(Path.of(host), guest, rights);
  }

  private static void variable(WasiConfig.Builder wasi, String text) {
    int separator = text.indexOf('=');
    if (separator >= 0) {
      wasi.env(text.substring(0, separator), text.substring(separator + 1));
      return;
    }
    String value = System.getenv(text);
    if (value == null) {
      throw new IllegalArgumentException("--env " + text + ": there is no such variable here");
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
    if (host.isEmpty() || port < 0) {
      throw new IllegalArgumentException(
          "--allow-connect " + text + ": expected a host and a port, such as db.example.com:5432");
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
