package dev.switchblade.conformance.wasi;

import dev.switchblade.conformance.wasi.Operation.Run;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AddressClass;
import dev.switchblade.wasi.SocketGrant;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What a test's program may touch: what its configuration names, and nothing else. */
final class Grants {

  private static final int LAST_PORT = 65535;

  private Grants() {}

  /**
   * Grants what a program is started with.
   *
   * @param scratch where copies of its folders go
   * @throws IOException if they can't be copied
   */
  static WasiConfig.Builder of(Path program, Run run, Set<String> proposals, Scratch scratch)
      throws IOException {
    var wasi = WasiConfig.builder().args(program.getFileName().toString());
    run.args().forEach(wasi::args);
    run.env().forEach(wasi::env);
    if (run.root() != null) {
      preopen(wasi, scratch.copyOf(program.resolveSibling(run.root())), "/");
    }
    for (String folder : run.dirs()) {
      preopen(wasi, scratch.copyOf(program.resolveSibling(folder)), folder);
    }
    if (proposals.contains("sockets")) {
      sockets(wasi);
    }
    if (proposals.contains("http")) {
      wasi.allowOutbound("http://localhost:*", "http://127.0.0.1:*");
    }
    return wasi;
  }

  private static void preopen(WasiConfig.Builder wasi, Path host, String guest) {
    wasi.preopen(host, guest, Access.values());
  }

  private static void sockets(WasiConfig.Builder wasi) {
    wasi.allowAddresses(AddressClass.values())
        .allowSocket(SocketGrant.tcpConnect("*", 0).withPorts(0, LAST_PORT))
        .allowSocket(SocketGrant.tcpListen("*", 0).withPorts(0, LAST_PORT))
        .allowSocket(SocketGrant.udpSend("*", 0).withPorts(0, LAST_PORT))
        .allowSocket(SocketGrant.udpReceive("*", 0).withPorts(0, LAST_PORT));
  }
}
