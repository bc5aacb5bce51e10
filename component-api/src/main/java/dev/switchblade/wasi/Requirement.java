package dev.switchblade.wasi;

import dev.switchblade.wit.WitItem;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Something of WASI that a component imports, and what of {@link WasiConfig} grants it. */
@SuppressWarnings("ImmutableEnumChecker") // the list is not changed
public enum Requirement {
  /** Arguments, environment variables, the working directory. */
  ENVIRONMENT("arguments and environment", "args, env", "wasi:cli/environment"),
  /** Ending itself: always there. */
  EXIT("ending itself", "", "wasi:cli/exit"),
  /** Standard input. */
  STDIN("standard input", "stdin", "wasi:cli/stdin"),
  /** Standard output. */
  STDOUT("standard output", "stdout", "wasi:cli/stdout"),
  /** Standard error. */
  STDERR("standard error", "stderr", "wasi:cli/stderr"),
  /** Clocks and sleeping: always there. */
  CLOCKS("clocks", "clock", "wasi:clocks/"),
  /** Random numbers: always there. */
  RANDOM("random numbers", "randomSeed", "wasi:random/"),
  /** Files. */
  FILES("files", "preopen", "wasi:filesystem/"),
  /** Sockets. */
  SOCKETS("sockets", "allowSocket", "wasi:sockets/tcp", "wasi:sockets/udp", "wasi:sockets/types"),
  /** Looking up names. */
  DNS("name lookup", "allowDns", "wasi:sockets/ip-name-lookup"),
  /** Outgoing requests. */
  HTTP("outgoing HTTP requests", "allowOutbound", "wasi:http/outgoing-handler", "wasi:http/client"),
  /** {@code wasi:config}. */
  CONFIG("configuration values", "config", "wasi:config/"),
  /** {@code wasi:keyvalue}. */
  KEY_VALUE("key-value buckets", "keyValue", "wasi:keyvalue/"),
  /** {@code wasi:logging}. */
  LOGGING("logging", "logger", "wasi:logging/");

  private final String title;
  private final String granted;
  private final List<String> interfaces;

  Requirement(String title, String granted, String... interfaces) {
    this.title = title;
    this.granted = granted;
    this.interfaces = List.of(interfaces);
  }

  /** What it is, in words. */
  public String title() {
    return title;
  }

  /** The methods of {@link WasiConfig.Builder} about it; empty if there is none. */
  public String grantedBy() {
    return granted;
  }

  /** What imports stand for. */
  public static Set<Requirement> of(List<WitItem> imports) {
    Set<Requirement> found = EnumSet.noneOf(Requirement.class);
    for (WitItem item : imports) {
      for (Requirement requirement : values()) {
        if (requirement.interfaces.stream().anyMatch(item.name()::startsWith)) {
          found.add(requirement);
        }
      }
    }
    return Collections.unmodifiableSet(found);
  }
}
