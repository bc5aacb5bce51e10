package golden.joined_variants.cells;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.joined_variants.Spreadsheet;
import golden.joined_variants.cells.abi.CodecOfCells;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Payloads that share core values of different types when they are passed flat. */
@Generated("interface golden:joined-variants/cells")
@NullMarked
public final class Cells {
  private final Func copy;
  private final Func row;
  private final Func either;

  private Cells(Exports exports) {
    this.copy = exports.func(0);
    this.row = exports.func(1);
    this.either = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Spreadsheet} hands it out. */
  public static Cells of(Exports exports) {
    return new Cells(exports);
  }

  /** {@code copy}. */
  public Cell copy(Cell value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.copy.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfCells.storeCell(arguments, 0, value);
      call.invoke();
      return CodecOfCells.loadCell(call.result(), 0);
    }
  }

  /** {@code row}. */
  public List<Cell> row(List<Cell> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.row.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, values, 24, 8, CodecOfCells::storeCell);
      call.invoke();
      return call.result().getList(0, 24, CodecOfCells::loadCell);
    }
  }

  /** {@code either}. */
  public Result<Double, String> either(Result<Float, Long> value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.either.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putResult(0, value, 8, ImageWriter::putFloat, ImageWriter::putLong);
      call.invoke();
      return call.result().getResult(0, 8, ImageReader::getDouble, ImageReader::getString);
    }
  }
}
