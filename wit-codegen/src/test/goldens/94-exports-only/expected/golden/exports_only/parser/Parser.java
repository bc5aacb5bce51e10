package golden.exports_only.parser;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.exports_only.Library;
import golden.exports_only.parser.abi.CodecOfParser;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:exports-only/parser}. */
@Generated("interface golden:exports-only/parser")
@NullMarked
public final class Parser {
  private final Func tokens;

  private Parser(Exports exports) {
    this.tokens = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Library} hands it out. */
  public static Parser of(Exports exports) {
    return new Parser(exports);
  }

  /** {@code tokens}. */
  public Result<List<Token>, String> tokens(String text) {
    Objects.requireNonNull(text, "text");
    try (Call call = this.tokens.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, text);
      call.invoke();
      return call.result().getResult(
          0,
          4,
          (image1, at1) -> image1.getList(at1, 16, CodecOfParser::loadToken),
          ImageReader::getString);
    }
  }
}
