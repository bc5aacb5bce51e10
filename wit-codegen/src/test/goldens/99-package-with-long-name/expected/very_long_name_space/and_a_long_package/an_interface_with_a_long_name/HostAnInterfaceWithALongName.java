package very_long_name_space.and_a_long_package.an_interface_with_a_long_name;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import very_long_name_space.and_a_long_package.an_interface_with_a_long_name.abi.CodecOfAnInterfaceWithALongName;

/**
 * Interface
 * {@code very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4}.
 */
@Generated(
    "interface very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4")
@NullMarked
public interface HostAnInterfaceWithALongName {
  /** {@code a-function-with-a-long-name}. */
  Result<ARecordWithARatherLongNameThatMakesLinesBreak, List<Tuple2<String, Integer>>> aFunctionWithALongName(
      ARecordWithARatherLongNameThatMakesLinesBreak andAParameterWithALongName,
      List<ARecordWithARatherLongNameThatMakesLinesBreak> andAnother);

  /**
   * Defines
   * {@code very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4} in
   * a linker.
   */
  static void addTo(Linker linker, HostAnInterfaceWithALongName implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines
   * {@code very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4} in
   * a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostAnInterfaceWithALongName> implementation) {
    LinkerInstance instance = linker.instance(
        "very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4");
    instance.funcOverImages(
        "a-function-with-a-long-name",
        CodecOfAnInterfaceWithALongName.A_FUNCTION_WITH_A_LONG_NAME,
        (arguments, result) -> result.putResult(0, implementation.apply(arguments.config()).aFunctionWithALongName(
            CodecOfAnInterfaceWithALongName.loadARecordWithARatherLongNameThatMakesLinesBreak(
                arguments, 0),
            arguments.getList(
                20,
                20,
                CodecOfAnInterfaceWithALongName::loadARecordWithARatherLongNameThatMakesLinesBreak)), 4, CodecOfAnInterfaceWithALongName::storeARecordWithARatherLongNameThatMakesLinesBreak, (
                    image1,
                    at1,
                    value1) -> image1.putList(at1, value1, 12, 4, (image2, at2, value2) -> {
          image2.putString(at2, value2.first());
          image2.putInt(at2 + 8, value2.second());
        })));
  }
}
