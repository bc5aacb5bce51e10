package golden.acronyms2.http2_client.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Tuple4;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.acronyms2.http2_client.TlsVersion;
import golden.acronyms2.http2_client.Url;
import golden.acronyms2.http2_client.X1Y2;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:acronyms2/HTTP2-client} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:acronyms2/HTTP2-client")
@NullMarked
public final class CodecOfHttp2Client {
  /** {@code URL}. */
  public static final WitType URL = record(
      field("scheme", STRING), field("ipv4", option(tuple(U8, U8, U8, U8))));

  /** {@code TLS-version}. */
  public static final WitType TLS_VERSION = enumeration("TLS12", "TLS13");

  private static final TlsVersion[] TLS_VERSION_LABELS = TlsVersion.values();

  /** {@code x1-y2}. */
  public static final WitType X1_Y2 = record(
      field("x1", U32), field("y-2d", U32), field("x1y2", U32), field("X", U32));

  /** {@code get-URL}. */
  public static final WitType.Function GET_URL = func(URL, param("id", U32));

  /** {@code get2}. */
  public static final WitType.Function GET2 = func(X1_Y2, param("at", X1_Y2));

  /** {@code ABC}. */
  public static final WitType.Function ABC = func(TLS_VERSION, param("version", TLS_VERSION));

  /** {@code utf8-to-utf16}. */
  public static final WitType.Function UTF8_TO_UTF16 = func(list(U16), param("UTF8", list(U8)));

  /** {@code a-b-c}. */
  public static final WitType.Function A_B_C = func(U32, param("a-b", U32), param("c-D", U32));

  private CodecOfHttp2Client() {}

  /** Writes a value of {@code URL}. */
  public static void storeUrl(ImageWriter image, long at, Url value) {
    image.putString(at, value.scheme());
    image.putOption(at + 8, value.ipv4(), 1, (image1, at1, value1) -> {
          image1.putU8(at1, value1.first());
          image1.putU8(at1 + 1, value1.second());
          image1.putU8(at1 + 2, value1.third());
          image1.putU8(at1 + 3, value1.fourth());
        });
  }

  /** Reads a value of {@code URL}. */
  public static Url loadUrl(ImageReader image, long at) {
    return new Url(
        image.getString(at),
        image.getOption(
            at + 8,
            1,
            (image1, at1) -> new Tuple4<>(
                image1.getU8(at1),
                image1.getU8(at1 + 1),
                image1.getU8(at1 + 2),
                image1.getU8(at1 + 3))));
  }

  /** Writes a value of {@code TLS-version}. */
  public static void storeTlsVersion(ImageWriter image, long at, TlsVersion value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code TLS-version}. */
  public static TlsVersion loadTlsVersion(ImageReader image, long at) {
    return TLS_VERSION_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code x1-y2}. */
  public static void storeX1Y2(ImageWriter image, long at, X1Y2 value) {
    image.putInt(at, value.x1());
    image.putInt(at + 4, value.y2d());
    image.putInt(at + 8, value.x1y2());
    image.putInt(at + 12, value.x());
  }

  /** Reads a value of {@code x1-y2}. */
  public static X1Y2 loadX1Y2(ImageReader image, long at) {
    return new X1Y2(
        image.getInt(at),
        image.getInt(at + 4),
        image.getInt(at + 8),
        image.getInt(at + 12));
  }
}
