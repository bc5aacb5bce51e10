package golden.acronyms2.imports.http2_client.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:acronyms2/HTTP2-client} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:acronyms2/HTTP2-client")
@NullMarked
public final class CodecOfHttp2Client {
  /** {@code get-URL}. */
  public static final WitType.Function GET_URL = func(
      golden.acronyms2.http2_client.abi.CodecOfHttp2Client.URL, param("id", U32));

  /** {@code get2}. */
  public static final WitType.Function GET2 = func(
      golden.acronyms2.http2_client.abi.CodecOfHttp2Client.X1_Y2,
      param("at", golden.acronyms2.http2_client.abi.CodecOfHttp2Client.X1_Y2));

  /** {@code ABC}. */
  public static final WitType.Function ABC = func(
      golden.acronyms2.http2_client.abi.CodecOfHttp2Client.TLS_VERSION,
      param("version", golden.acronyms2.http2_client.abi.CodecOfHttp2Client.TLS_VERSION));

  /** {@code utf8-to-utf16}. */
  public static final WitType.Function UTF8_TO_UTF16 = func(list(U16), param("UTF8", list(U8)));

  /** {@code a-b-c}. */
  public static final WitType.Function A_B_C = func(U32, param("a-b", U32), param("c-D", U32));

  private CodecOfHttp2Client() {}
}
