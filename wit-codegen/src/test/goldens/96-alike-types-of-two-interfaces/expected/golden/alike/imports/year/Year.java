package golden.alike.imports.year;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.alike.year.Span;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:alike/year}. */
@Generated("interface golden:alike/year")
@NullMarked
public interface Year {
  /** {@code add}. */
  Span add(Span left, Span right);

  /**
   * Defines {@code golden:alike/year} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Year implementation) {
    LinkerInstance instance = linker.instance("golden:alike/year");
    instance.funcOverImages(
        "add",
        YearCodec.ADD,
        (arguments, result) -> golden.alike.year.YearCodec.storeSpan(
            result,
            0,
            implementation.add(
                golden.alike.year.YearCodec.loadSpan(arguments, 0),
                golden.alike.year.YearCodec.loadSpan(arguments, 16))));
  }
}
