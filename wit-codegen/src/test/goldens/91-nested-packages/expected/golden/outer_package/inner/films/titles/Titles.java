package golden.outer_package.inner.films.titles;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.outer_package.Library;
import golden.outer_package.inner.films.titles.abi.CodecOfTitles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code inner:films/titles}. */
@Generated("interface inner:films/titles")
@NullMarked
public final class Titles {
  private final Func longest;

  private Titles(Exports exports) {
    this.longest = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Library} hands it out. */
  public static Titles of(Exports exports) {
    return new Titles(exports);
  }

  /** {@code longest}. */
  public Optional<Title> longest(List<Title> of) {
    Objects.requireNonNull(of, "of");
    try (Call call = this.longest.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, of, 12, 4, CodecOfTitles::storeTitle);
      call.invoke();
      return call.result().getOption(0, 4, CodecOfTitles::loadTitle);
    }
  }
}
