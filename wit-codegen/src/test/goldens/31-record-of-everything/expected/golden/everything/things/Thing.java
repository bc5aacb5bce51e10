package golden.everything.things;

import dev.switchblade.Result;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record thing}.
 *
 * @param large unsigned
 * @param letter a Unicode scalar value
 */
@Generated("interface golden:everything/things")
@NullMarked
public record Thing(boolean truth, byte tiny, long large, double real, int letter, String text,
    byte[] blob, List<String> texts, Optional<Integer> perhaps, Result<Integer, String> outcome,
    Tuple2<Integer, String> pair, Colour colour, Set<Permissions> permissions, Size size,
    List<Size> sizes, List<List<Colour>> palettes) {
  /** Refuses null; copies lists, maps and sets. */
  public Thing {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(blob, "blob");
    texts = Immutable.copyOf(texts, "texts");
    Objects.requireNonNull(perhaps, "perhaps");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(colour, "colour");
    permissions = Immutable.copyOf(permissions, "permissions");
    Objects.requireNonNull(size, "size");
    sizes = Immutable.copyOf(sizes, "sizes");
    palettes = Immutable.deepCopyOf(palettes, "palettes");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Thing that
        && this.truth == that.truth
        && this.tiny == that.tiny
        && this.large == that.large
        && Double.compare(this.real, that.real) == 0
        && this.letter == that.letter
        && this.text.equals(that.text)
        && Arrays.equals(this.blob, that.blob)
        && this.texts.equals(that.texts)
        && this.perhaps.equals(that.perhaps)
        && this.outcome.equals(that.outcome)
        && this.pair.equals(that.pair)
        && this.colour.equals(that.colour)
        && this.permissions.equals(that.permissions)
        && this.size.equals(that.size)
        && this.sizes.equals(that.sizes)
        && this.palettes.equals(that.palettes);
  }

  @Override
  public int hashCode() {
    int hash = Boolean.hashCode(this.truth);
    hash = 31 * hash + Byte.hashCode(this.tiny);
    hash = 31 * hash + Long.hashCode(this.large);
    hash = 31 * hash + Double.hashCode(this.real);
    hash = 31 * hash + Integer.hashCode(this.letter);
    hash = 31 * hash + this.text.hashCode();
    hash = 31 * hash + Arrays.hashCode(this.blob);
    hash = 31 * hash + this.texts.hashCode();
    hash = 31 * hash + this.perhaps.hashCode();
    hash = 31 * hash + this.outcome.hashCode();
    hash = 31 * hash + this.pair.hashCode();
    hash = 31 * hash + this.colour.hashCode();
    hash = 31 * hash + this.permissions.hashCode();
    hash = 31 * hash + this.size.hashCode();
    hash = 31 * hash + this.sizes.hashCode();
    hash = 31 * hash + this.palettes.hashCode();
    return hash;
  }

  @Override
  public String toString() {
    return "Thing[truth=" + this.truth
        + ", tiny=" + this.tiny
        + ", large=" + this.large
        + ", real=" + this.real
        + ", letter=" + this.letter
        + ", text=" + this.text
        + ", blob=" + Arrays.toString(this.blob)
        + ", texts=" + this.texts
        + ", perhaps=" + this.perhaps
        + ", outcome=" + this.outcome
        + ", pair=" + this.pair
        + ", colour=" + this.colour
        + ", permissions=" + this.permissions
        + ", size=" + this.size
        + ", sizes=" + this.sizes
        + ", palettes=" + this.palettes + "]";
  }
}
