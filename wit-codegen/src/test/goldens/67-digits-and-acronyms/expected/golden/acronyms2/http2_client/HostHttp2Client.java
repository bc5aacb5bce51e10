package golden.acronyms2.http2_client;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.acronyms2.http2_client.abi.CodecOfHttp2Client;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:acronyms2/HTTP2-client}. */
@Generated("interface golden:acronyms2/HTTP2-client")
@NullMarked
public interface HostHttp2Client {
  /**
   * {@code get-URL}.
   *
   * @param id unsigned
   */
  Url getUrl(int id);

  /** {@code get2}. */
  X1Y2 get2(X1Y2 at);

  /** {@code ABC}. */
  TlsVersion abc(TlsVersion version);

  /** {@code utf8-to-utf16}. */
  short[] utf8ToUtf16(byte[] utf8);

  /**
   * {@code a-b-c}.
   *
   * @param aB unsigned
   * @param cD unsigned
   * @return unsigned
   */
  int aBC(int aB, int cD);

  /** Defines {@code golden:acronyms2/HTTP2-client} in a linker. */
  static void addTo(Linker linker, HostHttp2Client implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:acronyms2/HTTP2-client} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostHttp2Client> implementation) {
    LinkerInstance instance = linker.instance("golden:acronyms2/HTTP2-client");
    instance.funcOverImages(
        "get-URL",
        CodecOfHttp2Client.GET_URL,
        (arguments, result) -> CodecOfHttp2Client.storeUrl(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).getUrl(arguments.getInt(0)))));
    instance.funcOverImages(
        "get2",
        CodecOfHttp2Client.GET2,
        (arguments, result) -> CodecOfHttp2Client.storeX1Y2(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).get2(
                    CodecOfHttp2Client.loadX1Y2(arguments, 0)))));
    instance.funcOverImages(
        "ABC",
        CodecOfHttp2Client.ABC,
        (arguments, result) -> CodecOfHttp2Client.storeTlsVersion(
            result,
            0,
            implementation.apply(arguments.config()).abc(
                CodecOfHttp2Client.loadTlsVersion(arguments, 0))));
    instance.funcOverImages(
        "utf8-to-utf16",
        CodecOfHttp2Client.UTF8_TO_UTF16,
        (arguments, result) -> result.putShorts(
            0, implementation.apply(arguments.config()).utf8ToUtf16(arguments.getBytes(0))));
    instance.funcOverImages(
        "a-b-c",
        CodecOfHttp2Client.A_B_C,
        (arguments, result) -> result.putInt(
            0,
            implementation.apply(arguments.config()).aBC(
                arguments.getInt(0), arguments.getInt(4))));
  }
}
