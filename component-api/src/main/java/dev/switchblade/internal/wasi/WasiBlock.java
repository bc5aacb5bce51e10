package dev.switchblade.internal.wasi;

import static java.lang.foreign.ValueLayout.ADDRESS;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AddressClass;
import dev.switchblade.wasi.HttpOrigin;
import dev.switchblade.wasi.Preopen;
import dev.switchblade.wasi.SocketGrant;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The block that {@code sb_wasi_new} documents. */
final class WasiBlock {

  private final BlockWriter block = new BlockWriter();

  private WasiBlock() {}

  static MemorySegment make(Grants grants) {
    var block = new WasiBlock();
    block.write(grants);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ADDRESS);
      MemorySegment bytes = NativeMemory.block(arena, block.block.toByteArray());
      NativeError.check(
          SwitchbladeH.sb_wasi_new(MemorySegment.NULL, bytes, out), "the store's grants");
      return out.get(ADDRESS, 0);
    }
  }

  private void write(Grants grants) {
    strings(grants.arguments);
    u32(grants.environment.size());
    grants.environment.forEach(
        (name, value) -> {
          string(name);
          string(value);
        });
    u8(grants.workingDirectory != null);
    if (grants.workingDirectory != null) {
      string(grants.workingDirectory);
    }
    // No switch: the first one by pattern takes a starting process milliseconds.
    if (grants.stdin == null) {
      u8(0);
    } else if (grants.stdin instanceof GuestInput.Bytes(byte[] bytes)) {
      u8(1);
      bytes(bytes);
    } else {
      u8(2);
    }
    u8(grants.stdout != null);
    u8(grants.stderr != null);
    u8(grants.clockKind);
    u64(grants.clockNumber);
    u8(grants.randomSeed != null);
    u64(grants.randomSeed == null ? 0 : grants.randomSeed);
    u32(grants.preopens.size());
    for (Preopen preopen : grants.preopens) {
      string(preopen.host().toAbsolutePath().toString());
      string(preopen.guest());
      u8(bits(preopen.folders()));
      u8(bits(preopen.files()));
    }
    u32(grants.sockets.size());
    grants.sockets.forEach(this::socket);
    strings(grants.names);
    int classes = 0;
    for (AddressClass one : grants.addressClasses) {
      classes |= bit(one);
    }
    u8(classes);
    http(grants);
    u8(grants.listener != null || AccessLog.isOn());
  }

  private static int bits(Set<Access> rights) {
    return (rights.contains(Access.READ) ? SwitchbladeH.SB_RIGHT_READ() : 0)
        | (rights.contains(Access.WRITE) ? SwitchbladeH.SB_RIGHT_WRITE() : 0)
        | (rights.contains(Access.CREATE) ? SwitchbladeH.SB_RIGHT_CREATE() : 0);
  }

  private static int bit(AddressClass addresses) {
    return switch (addresses) {
      case LOOPBACK -> SwitchbladeH.SB_ADDRESS_LOOPBACK();
      case LINK_LOCAL -> SwitchbladeH.SB_ADDRESS_LINK_LOCAL();
      case PRIVATE -> SwitchbladeH.SB_ADDRESS_PRIVATE();
      case SPECIAL -> SwitchbladeH.SB_ADDRESS_SPECIAL();
    };
  }

  private void socket(SocketGrant grant) {
    u8(grant.direction() == SocketGrant.Direction.INBOUND);
    u8(grant.protocol() == SocketGrant.Protocol.UDP);
    if (grant.host().equals("*")) {
      u8(0);
    } else {
      u8(grant.isNumeric() ? 1 : 2);
    }
    string(grant.host());
    block.number(grant.firstPort(), 2);
    block.number(grant.lastPort(), 2);
  }

  private void http(Grants grants) {
    u32(grants.origins.size());
    boolean secure = false;
    for (HttpOrigin origin : grants.origins) {
      secure |= origin.secure();
      u8(origin.secure());
      string(origin.host());
      block.number(origin.port(), 2);
    }
    duration(grants.http.connectTimeout());
    duration(grants.http.firstByteTimeout());
    duration(grants.http.betweenBytesTimeout());
    u64(grants.http.requestBytes());
    u64(grants.http.responseBytes());
    u8(grants.intercepts());
    List<X509Certificate> trusted = grants.http.trusted();
    // The JVM takes a while to read its own.
    List<X509Certificate> used =
        !secure ? List.of() : trusted != null ? trusted : trustedByThisJvm();
    u32(used.size());
    for (X509Certificate certificate : used) {
      try {
        bytes(certificate.getEncoded());
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("http: a trusted certificate can't be encoded", e);
      }
    }
  }

  private static List<X509Certificate> trustedByThisJvm() {
    var trusted = new ArrayList<X509Certificate>();
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager x509) {
          trusted.addAll(List.of(x509.getAcceptedIssuers()));
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("http: this JVM's trusted certificates can't be read", e);
    }
    return trusted;
  }

  private void strings(List<String> values) {
    u32(values.size());
    values.forEach(this::string);
  }

  private void string(String value) {
    block.string(value);
  }

  private void bytes(byte[] value) {
    block.bytes(value);
  }

  private void u8(boolean value) {
    u8(value ? 1 : 0);
  }

  private void u8(int value) {
    block.number(value, 1);
  }

  private void u32(int value) {
    block.number(value, 4);
  }

  /** In nanoseconds, of which there are enough for 292 years. */
  private void duration(Duration value) {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE);
    u64((value.compareTo(longest) > 0 ? longest : value).toNanos());
  }

  private void u64(long value) {
    block.number(value, 8);
  }
}
