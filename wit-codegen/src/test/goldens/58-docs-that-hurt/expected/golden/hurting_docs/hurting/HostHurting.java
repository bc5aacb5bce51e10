package golden.hurting_docs.hurting;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.hurting_docs.hurting.abi.CodecOfHurting;
import java.util.function.Function;
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
public interface HostHurting {
  /**
   * &#64;return nothing of the kind; *&#47;
   *
   * @param value unsigned
   * @return unsigned
   */
  int function(int value);

  /** {@code empty}. */
  Braces empty(Braces value, Signs sign);

  /** &#92;uuuu is no escape in WIT, and &#92;u00zz is none at all. */
  void escapes();

  /** &#64;deprecated is a word here, not a tag. */
  void notDeprecated();

  /** Defines {@code golden:hurting-docs/hurting} in a linker. */
  static void addTo(Linker linker, HostHurting implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:hurting-docs/hurting} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostHurting> implementation) {
    LinkerInstance instance = linker.instance("golden:hurting-docs/hurting");
    instance.funcOverImages(
        "function",
        CodecOfHurting.FUNCTION,
        (arguments, result) -> result.putInt(
            0, implementation.apply(arguments.config()).function(arguments.getInt(0))));
    instance.funcOverImages(
        "empty",
        CodecOfHurting.EMPTY,
        (arguments, result) -> CodecOfHurting.storeBraces(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).empty(
                    CodecOfHurting.loadBraces(arguments, 0),
                    CodecOfHurting.loadSigns(arguments, 2)))));
    instance.funcOverImages(
        "escapes",
        CodecOfHurting.ESCAPES,
        (arguments, result) -> implementation.apply(arguments.config()).escapes());
    instance.funcOverImages(
        "not-deprecated",
        CodecOfHurting.NOT_DEPRECATED,
        (arguments, result) -> implementation.apply(arguments.config()).notDeprecated());
  }
}
