package golden.nested_lists.tables;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.nested_lists.tables.abi.CodecOfTables;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:nested-lists/tables}. */
@Generated("interface golden:nested-lists/tables")
@NullMarked
public interface HostTables {
  /** {@code chunks}. */
  List<byte[]> chunks(List<byte[]> blobs);

  /** {@code rows}. */
  List<List<String>> rows(List<List<String>> cells);

  /** {@code layers}. */
  List<List<int[]>> layers(List<List<int[]>> voxels);

  /** Defines {@code golden:nested-lists/tables} in a linker. */
  static void addTo(Linker linker, HostTables implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:nested-lists/tables} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostTables> implementation) {
    LinkerInstance instance = linker.instance("golden:nested-lists/tables");
    instance.funcOverImages(
        "chunks",
        CodecOfTables.CHUNKS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).chunks(
                arguments.getList(0, 8, (image1, at1) -> image1.getBytes(at1))),
            8,
            4,
            (image1, at1, value1) -> image1.putBytes(at1, value1)));
    instance.funcOverImages(
        "rows",
        CodecOfTables.ROWS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).rows(
                arguments.getList(
                    0, 8, (image1, at1) -> image1.getList(at1, 8, ImageReader::getString))),
            8,
            4,
            (image1, at1, value1) -> image1.putList(at1, value1, 8, 4, ImageWriter::putString)));
    instance.funcOverImages(
        "layers",
        CodecOfTables.LAYERS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).layers(
                arguments.getList(
                    0,
                    8,
                    (image1, at1) -> image1.getList(at1, 8, (image2, at2) -> image2.getInts(at2)))),
            8,
            4,
            (image1, at1, value1) -> image1.putList(
                at1, value1, 8, 4, (image2, at2, value2) -> image2.putInts(at2, value2))));
  }
}
