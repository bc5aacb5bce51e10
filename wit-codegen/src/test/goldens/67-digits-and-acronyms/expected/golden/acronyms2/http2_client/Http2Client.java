package golden.acronyms2.http2_client;

import dev.switchblade.Func;
import dev.switchblade.ListVisitor;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.acronyms2.Web3Api;
import golden.acronyms2.http2_client.abi.CodecOfHttp2Client;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:acronyms2/HTTP2-client}. */
@Generated("interface golden:acronyms2/HTTP2-client")
@NullMarked
public final class Http2Client {
  private final Func getUrl;
  private final Func get2;
  private final Func abc;
  private final Func utf8ToUtf16;
  private final Func aBC;

  private Http2Client(Exports exports) {
    this.getUrl = exports.func(0);
    this.get2 = exports.func(1);
    this.abc = exports.func(2);
    this.utf8ToUtf16 = exports.func(3);
    this.aBC = exports.func(4);
  }

  /** The interface of an instance: for generated code, as {@link Web3Api} hands it out. */
  public static Http2Client of(Exports exports) {
    return new Http2Client(exports);
  }

  /**
   * {@code get-URL}.
   *
   * @param id unsigned
   */
  public Url getUrl(int id) {
    try (Call call = this.getUrl.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, id);
      call.invoke();
      return CodecOfHttp2Client.loadUrl(call.result(), 0);
    }
  }

  /** {@code get2}. */
  public X1Y2 get2(X1Y2 at) {
    Objects.requireNonNull(at, "at");
    try (Call call = this.get2.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfHttp2Client.storeX1Y2(arguments, 0, at);
      call.invoke();
      return CodecOfHttp2Client.loadX1Y2(call.result(), 0);
    }
  }

  /** {@code ABC}. */
  public TlsVersion abc(TlsVersion version) {
    Objects.requireNonNull(version, "version");
    try (Call call = this.abc.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfHttp2Client.storeTlsVersion(arguments, 0, version);
      call.invoke();
      return CodecOfHttp2Client.loadTlsVersion(call.result(), 0);
    }
  }

  /** {@code utf8-to-utf16}. */
  public short[] utf8ToUtf16(byte[] utf8) {
    Objects.requireNonNull(utf8, "UTF8");
    try (Call call = this.utf8ToUtf16.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBytes(0, utf8);
      call.invoke();
      return call.result().getShorts(0);
    }
  }

  /**
   * As {@link #utf8ToUtf16}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param utf8 1 byte per element; must stay as it is until this method returns
   * @param visitor sees the result: 2 bytes per element, little-endian
   */
  public void utf8ToUtf16InPlace(MemorySegment utf8, ListVisitor visitor) {
    Objects.requireNonNull(utf8, "UTF8");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.utf8ToUtf16.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, utf8, 1);
      call.invokeInPlace(visitor);
    }
  }

  /**
   * {@code a-b-c}.
   *
   * @param aB unsigned
   * @param cD unsigned
   * @return unsigned
   */
  public int aBC(int aB, int cD) {
    try (Call call = this.aBC.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, aB);
      arguments.putInt(4, cD);
      call.invoke();
      return call.result().getInt(0);
    }
  }
}
