package golden.outer_package.shelf;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.outer_package.Library;
import golden.outer_package.inner.books.titles.Title;
import golden.outer_package.inner.books.titles.abi.CodecOfTitles;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Packages within a file. */
@Generated("interface golden:outer-package/shelf")
@NullMarked
public final class Shelf {
  private final Func arrange;

  private Shelf(Exports exports) {
    this.arrange = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Library} hands it out. */
  public static Shelf of(Exports exports) {
    return new Shelf(exports);
  }

  /** {@code arrange}. */
  public List<Title> arrange(List<Title> titles) {
    Objects.requireNonNull(titles, "titles");
    try (Call call = this.arrange.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, titles, 12, 4, CodecOfTitles::storeTitle);
      call.invoke();
      return call.result().getList(0, 12, CodecOfTitles::loadTitle);
    }
  }
}
