package dev.switchblade;

import java.util.Set;

/** The interfaces of WASI that the native library provides: {@code sb_instance_pre_new}. */
final class WasiInterfaces {

  private static final Set<String> NATIVE =
      Set.of(
          "wasi:cli/environment",
          "wasi:cli/exit",
          "wasi:cli/stdin",
          "wasi:cli/stdout",
          "wasi:cli/stderr",
          "wasi:cli/terminal-input",
          "wasi:cli/terminal-output",
          "wasi:cli/terminal-stdin",
          "wasi:cli/terminal-stdout",
          "wasi:cli/terminal-stderr",
          "wasi:clocks/wall-clock",
          "wasi:clocks/monotonic-clock",
          "wasi:random/random",
          "wasi:random/insecure",
          "wasi:random/insecure-seed",
          "wasi:io/error",
          "wasi:io/poll",
          "wasi:io/streams",
          "wasi:filesystem/preopens",
          "wasi:filesystem/types",
          "wasi:sockets/network",
          "wasi:sockets/instance-network",
          "wasi:sockets/ip-name-lookup",
          "wasi:sockets/tcp-create-socket",
          "wasi:sockets/tcp",
          "wasi:sockets/udp-create-socket",
          "wasi:sockets/udp",
          "wasi:http/types",
          "wasi:http/outgoing-handler");

  private WasiInterfaces() {}

  /** Says whether an import is one of them, in a version of 0.2. */
  static boolean areNative(String importedFrom) {
    InterfaceName name = InterfaceName.of(importedFrom);
    return name != null && name.major() == 0 && name.minor() == 2 && NATIVE.contains(name.path());
  }
}
