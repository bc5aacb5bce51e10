package dev.switchblade;

import java.util.Set;

/** The interfaces of WASI that the native library provides: {@code sb_instance_pre_new}. */
final class WasiInterfaces {

  private static final Set<String> NATIVE_0_3 =
      Set.of(
          "wasi:cli/types",
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
          "wasi:clocks/types",
          "wasi:clocks/monotonic-clock",
          "wasi:clocks/system-clock",
          "wasi:random/random",
          "wasi:random/insecure",
          "wasi:random/insecure-seed",
          "wasi:filesystem/preopens",
          "wasi:filesystem/types",
          "wasi:sockets/types",
          "wasi:sockets/ip-name-lookup",
          "wasi:http/types",
          "wasi:http/client");

  private static final Set<String> NATIVE_0_2 =
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

  /** Says whether an import is one of them. */
  static boolean areNative(String importedFrom) {
    InterfaceName name = InterfaceName.of(importedFrom);
    if (name == null || name.major() != 0) {
      return false;
    }
    return (name.minor() == 2 && NATIVE_0_2.contains(name.path()))
        || (name.minor() == 3 && NATIVE_0_3.contains(name.path()));
  }
}
