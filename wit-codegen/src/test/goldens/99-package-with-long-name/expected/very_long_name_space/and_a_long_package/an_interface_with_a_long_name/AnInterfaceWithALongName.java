package very_long_name_space.and_a_long_package.an_interface_with_a_long_name;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import very_long_name_space.and_a_long_package.AWorldWithALongName;
import very_long_name_space.and_a_long_package.an_interface_with_a_long_name.abi.CodecOfAnInterfaceWithALongName;

/**
 * Interface
 * {@code very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4}.
 */
@Generated(
    "interface very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4")
@NullMarked
public final class AnInterfaceWithALongName {
  private final Func aFunctionWithALongName;

  private AnInterfaceWithALongName(Exports exports) {
    this.aFunctionWithALongName = exports.func(0);
  }

  /**
   * The interface of an instance: for generated code, as {@link AWorldWithALongName} hands it out.
   */
  public static AnInterfaceWithALongName of(Exports exports) {
    return new AnInterfaceWithALongName(exports);
  }

  /** {@code a-function-with-a-long-name}. */
  public Result<ARecordWithARatherLongNameThatMakesLinesBreak, List<Tuple2<String, Integer>>> aFunctionWithALongName(
      ARecordWithARatherLongNameThatMakesLinesBreak andAParameterWithALongName,
      List<ARecordWithARatherLongNameThatMakesLinesBreak> andAnother) {
    Objects.requireNonNull(andAParameterWithALongName, "and-a-parameter-with-a-long-name");
    Objects.requireNonNull(andAnother, "and-another");
    try (Call call = this.aFunctionWithALongName.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfAnInterfaceWithALongName.storeARecordWithARatherLongNameThatMakesLinesBreak(
          arguments, 0, andAParameterWithALongName);
      arguments.putList(
          20,
          andAnother,
          20,
          4,
          CodecOfAnInterfaceWithALongName::storeARecordWithARatherLongNameThatMakesLinesBreak);
      call.invoke();
      return call.result().getResult(
          0,
          4,
          CodecOfAnInterfaceWithALongName::loadARecordWithARatherLongNameThatMakesLinesBreak,
          (image1, at1) -> image1.getList(
              at1,
              12,
              (image2, at2) -> new Tuple2<>(image2.getString(at2), image2.getInt(at2 + 8))));
    }
  }
}
