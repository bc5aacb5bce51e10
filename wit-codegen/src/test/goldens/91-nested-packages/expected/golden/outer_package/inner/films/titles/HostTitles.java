package golden.outer_package.inner.films.titles;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.outer_package.inner.films.titles.abi.CodecOfTitles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code inner:films/titles}. */
@Generated("interface inner:films/titles")
@NullMarked
public interface HostTitles {
  /** {@code longest}. */
  Optional<Title> longest(List<Title> of);

  /** Defines {@code inner:films/titles} in a linker. */
  static void addTo(Linker linker, HostTitles implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code inner:films/titles} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostTitles> implementation) {
    LinkerInstance instance = linker.instance("inner:films/titles");
    instance.funcOverImages(
        "longest",
        CodecOfTitles.LONGEST,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).longest(
                arguments.getList(0, 12, CodecOfTitles::loadTitle)),
            4,
            CodecOfTitles::storeTitle));
  }
}
