package golden.nested_lists.tables;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.nested_lists.Spreadsheet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:nested-lists/tables}. */
@Generated("interface golden:nested-lists/tables")
@NullMarked
public final class Tables {
  private final Func chunks;
  private final Func rows;
  private final Func layers;

  private Tables(Exports exports) {
    this.chunks = exports.func(0);
    this.rows = exports.func(1);
    this.layers = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Spreadsheet} hands it out. */
  public static Tables of(Exports exports) {
    return new Tables(exports);
  }

  /** {@code chunks}. */
  public List<byte[]> chunks(List<byte[]> blobs) {
    Objects.requireNonNull(blobs, "blobs");
    try (Call call = this.chunks.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, blobs, 8, 4, (image1, at1, value1) -> image1.putBytes(at1, value1));
      call.invoke();
      return call.result().getList(0, 8, (image1, at1) -> image1.getBytes(at1));
    }
  }

  /** {@code rows}. */
  public List<List<String>> rows(List<List<String>> cells) {
    Objects.requireNonNull(cells, "cells");
    try (Call call = this.rows.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(
          0,
          cells,
          8,
          4,
          (image1, at1, value1) -> image1.putList(at1, value1, 8, 4, ImageWriter::putString));
      call.invoke();
      return call.result().getList(
          0, 8, (image1, at1) -> image1.getList(at1, 8, ImageReader::getString));
    }
  }

  /** {@code layers}. */
  public List<List<int[]>> layers(List<List<int[]>> voxels) {
    Objects.requireNonNull(voxels, "voxels");
    try (Call call = this.layers.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(
          0,
          voxels,
          8,
          4,
          (image1, at1, value1) -> image1.putList(
              at1, value1, 8, 4, (image2, at2, value2) -> image2.putInts(at2, value2)));
      call.invoke();
      return call.result().getList(
          0, 8, (image1, at1) -> image1.getList(at1, 8, (image2, at2) -> image2.getInts(at2)));
    }
  }
}
