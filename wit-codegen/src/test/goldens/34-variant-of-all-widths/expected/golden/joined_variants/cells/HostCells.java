package golden.joined_variants.cells;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.joined_variants.cells.abi.CodecOfCells;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Payloads that share core values of different types when they are passed flat. */
@Generated("interface golden:joined-variants/cells")
@NullMarked
public interface HostCells {
  /** {@code copy}. */
  Cell copy(Cell value);

  /** {@code row}. */
  List<Cell> row(List<Cell> values);

  /** {@code either}. */
  Result<Double, String> either(Result<Float, Long> value);

  /** Defines {@code golden:joined-variants/cells} in a linker. */
  static void addTo(Linker linker, HostCells implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:joined-variants/cells} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostCells> implementation) {
    LinkerInstance instance = linker.instance("golden:joined-variants/cells");
    instance.funcOverImages(
        "copy",
        CodecOfCells.COPY,
        (arguments, result) -> CodecOfCells.storeCell(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).copy(
                    CodecOfCells.loadCell(arguments, 0)))));
    instance.funcOverImages(
        "row",
        CodecOfCells.ROW,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).row(
                arguments.getList(0, 24, CodecOfCells::loadCell)),
            24,
            8,
            CodecOfCells::storeCell));
    instance.funcOverImages(
        "either",
        CodecOfCells.EITHER,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).either(
                arguments.getResult(0, 8, ImageReader::getFloat, ImageReader::getLong)),
            8,
            ImageWriter::putDouble,
            ImageWriter::putString));
  }
}
