package golden.outer_package.shelf;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.outer_package.inner.books.titles.Title;
import golden.outer_package.inner.books.titles.abi.CodecOfTitles;
import golden.outer_package.shelf.abi.CodecOfShelf;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Packages within a file. */
@Generated("interface golden:outer-package/shelf")
@NullMarked
public interface HostShelf {
  /** {@code arrange}. */
  List<Title> arrange(List<Title> titles);

  /** Defines {@code golden:outer-package/shelf} in a linker. */
  static void addTo(Linker linker, HostShelf implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:outer-package/shelf} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostShelf> implementation) {
    LinkerInstance instance = linker.instance("golden:outer-package/shelf");
    instance.funcOverImages(
        "arrange",
        CodecOfShelf.ARRANGE,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).arrange(
                arguments.getList(0, 12, CodecOfTitles::loadTitle)),
            12,
            4,
            CodecOfTitles::storeTitle));
  }
}
