package golden.everything.things;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record thing}.
 *
 * @param truth the truth
 * @param tiny the tiny
 * @param large the large, unsigned
 * @param real the real
 * @param letter the letter, a Unicode scalar value
 * @param text the text
 * @param blob the blob
 * @param texts the texts
 * @param perhaps the perhaps
 * @param outcome the outcome
 * @param pair the pair
 * @param colour the colour
 * @param permissions the permissions
 * @param size the size
 * @param sizes the sizes
 * @param palettes the palettes
 */
@Generated("interface golden:everything/things")
@NullMarked
public record Thing(boolean truth, byte tiny, long large, double real, int letter, String text,
    byte[] blob, List<String> texts, Optional<Integer> perhaps, Result<Integer, String> outcome,
    Tuple.Tuple2<Integer, String> pair, Colour colour, EnumSet<Permissions> permissions, Size size,
    List<Size> sizes, List<List<Colour>> palettes) {
  /** Refuses null. */
  public Thing {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(blob, "blob");
    Objects.requireNonNull(texts, "texts");
    Objects.requireNonNull(perhaps, "perhaps");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(colour, "colour");
    Objects.requireNonNull(permissions, "permissions");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(sizes, "sizes");
    Objects.requireNonNull(palettes, "palettes");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Thing that
        && Contents.equal(this.truth, that.truth)
        && Contents.equal(this.tiny, that.tiny)
        && Contents.equal(this.large, that.large)
        && Contents.equal(this.real, that.real)
        && Contents.equal(this.letter, that.letter)
        && Contents.equal(this.text, that.text)
        && Contents.equal(this.blob, that.blob)
        && Contents.equal(this.texts, that.texts)
        && Contents.equal(this.perhaps, that.perhaps)
        && Contents.equal(this.outcome, that.outcome)
        && Contents.equal(this.pair, that.pair)
        && Contents.equal(this.colour, that.colour)
        && Contents.equal(this.permissions, that.permissions)
        && Contents.equal(this.size, that.size)
        && Contents.equal(this.sizes, that.sizes)
        && Contents.equal(this.palettes, that.palettes);
  }

  @Override
  public int hashCode() {
    return Contents.hash(
        truth,
        tiny,
        large,
        real,
        letter,
        text,
        blob,
        texts,
        perhaps,
        outcome,
        pair,
        colour,
        permissions,
        size,
        sizes,
        palettes);
  }

  @Override
  public String toString() {
    return "Thing[truth=" + Contents.text(truth)
        + ", tiny=" + Contents.text(tiny)
        + ", large=" + Contents.text(large)
        + ", real=" + Contents.text(real)
        + ", letter=" + Contents.text(letter)
        + ", text=" + Contents.text(text)
        + ", blob=" + Contents.text(blob)
        + ", texts=" + Contents.text(texts)
        + ", perhaps=" + Contents.text(perhaps)
        + ", outcome=" + Contents.text(outcome)
        + ", pair=" + Contents.text(pair)
        + ", colour=" + Contents.text(colour)
        + ", permissions=" + Contents.text(permissions)
        + ", size=" + Contents.text(size)
        + ", sizes=" + Contents.text(sizes)
        + ", palettes=" + Contents.text(palettes) + "]";
  }
}
