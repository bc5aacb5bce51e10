package golden.outer_package.imports.inner.films.titles;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.outer_package.inner.films.titles.Title;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code inner:films/titles}. */
@Generated("interface inner:films/titles")
@NullMarked
public interface Titles {
  /** {@code longest}. */
  Optional<Title> longest(List<Title> of);

  /**
   * Defines {@code inner:films/titles} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Titles implementation) {
    LinkerInstance instance = linker.instance("inner:films/titles");
    instance.funcOverImages(
        "longest",
        TitlesCodec.LONGEST,
        (arguments, result) -> result.putOption(
            0,
            implementation.longest(
                arguments.getList(
                    0, 12, golden.outer_package.inner.films.titles.TitlesCodec::loadTitle)),
            4,
            golden.outer_package.inner.films.titles.TitlesCodec::storeTitle));
  }
}
