package golden.keyword_fields.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record keywords}.
 *
 * @param class_ 0 to 255
 * @param int_ 0 to 65535
 * @param interface_ unsigned
 * @param default_ unsigned
 */
@Generated("interface golden:keyword-fields/words")
@NullMarked
public record Keywords(int class_, int int_, int interface_, long default_, String record,
    boolean this_, float package_) {
  /** Refuses null. */
  public Keywords {
    Objects.requireNonNull(record, "record");
  }
}
