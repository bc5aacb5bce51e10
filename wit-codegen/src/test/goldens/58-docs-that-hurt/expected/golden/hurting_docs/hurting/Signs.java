package golden.hurting_docs.hurting;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** &lt; */
@Generated("interface golden:hurting-docs/hurting")
@NullMarked
public enum Signs {
  /** &amp; */
  AMPERSAND,

  /** &gt; */
  GREATER
}
