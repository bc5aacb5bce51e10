package golden.hurting_docs.hurting;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.hurting_docs.Painful;
import golden.hurting_docs.hurting.abi.CodecOfHurting;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * Ends a comment: *&#47; and begins one: /* and again *&#47;*&#47; and an escape:
 * &#92;u002a&#92;u002f &#92;u000a
 *
 * <p>Tags that are none: &#64;param &#64;link &#123;&#64;link nothing&#125; &#123;&#64;code
 * &#123;&#123;&#123;&#125; &#64;Override &#64; and &#123;&#64;
 *
 * <p><b>A heading</b>
 *
 * <p>HTML: &lt;b&gt;bold&lt;/b&gt; &lt;not closed&gt; &lt;/p&gt; a &lt; b &amp;&amp; b &gt; c
 * &amp;amp; &amp;nothing; &lt;script&gt;alert(1)&lt;/script&gt;
 *
 * <p><code>code with &lt;T&gt; and &#64;tag and *&#47;</code> and {@code two ` backticks} and an `
 * odd one
 * <pre>
 * List&lt;String&gt; names = List.of("*&#47;", "&lt;p&gt;"); // &#64;Override
 * if (a &lt; b &amp;&amp; b &gt; c) &#123; return; &#125;
 * </pre>
 * <pre>
 * a fence that nobody closes: &#123; &#123;&#64;code &#125;
 *
 * Links: &lt;https://example.com/?a=1&amp;b=2&gt; [text](https://example.com) [reference][1] ![image](x.png)
 *
 * | a | b |
 * |---|---|
 * | 1 | &#125; |
 *
 * &gt; quoted: "double", 'single', \backslash\, trailing backslash \
 *
 * Letters: ä € 𝄞 日本語 and a tab	inside.
 * </pre>
 */
@Generated("interface golden:hurting-docs/hurting")
@NullMarked
public final class Hurting {
  private final Func function;
  private final Func empty;
  private final Func escapes;
  private final Func notDeprecated;

  private Hurting(Exports exports) {
    this.function = exports.func(0);
    this.empty = exports.func(1);
    this.escapes = exports.func(2);
    this.notDeprecated = exports.func(3);
  }

  /** The interface of an instance: for generated code, as {@link Painful} hands it out. */
  public static Hurting of(Exports exports) {
    return new Hurting(exports);
  }

  /**
   * &#64;return nothing of the kind; *&#47;
   *
   * @param value unsigned
   * @return unsigned
   */
  public int function(int value) {
    try (Call call = this.function.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, value);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** {@code empty}. */
  public Braces empty(Braces value, Signs sign) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(sign, "sign");
    try (Call call = this.empty.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfHurting.storeBraces(arguments, 0, value);
      CodecOfHurting.storeSigns(arguments, 2, sign);
      call.invoke();
      return CodecOfHurting.loadBraces(call.result(), 0);
    }
  }

  /** &#92;uuuu is no escape in WIT, and &#92;u00zz is none at all. */
  public void escapes() {
    try (Call call = this.escapes.begin()) {
      call.invoke();
    }
  }

  /** &#64;deprecated is a word here, not a tag. */
  public void notDeprecated() {
    try (Call call = this.notDeprecated.begin()) {
      call.invoke();
    }
  }
}
