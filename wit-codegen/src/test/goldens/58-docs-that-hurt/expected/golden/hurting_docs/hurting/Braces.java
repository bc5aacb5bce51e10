package golden.hurting_docs.hurting;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * &#125;
 *
 * @param open &#123; (0 to 255)
 * @param close *&#47; (0 to 255)
 */
@Generated("interface golden:hurting-docs/hurting")
@NullMarked
public record Braces(int open, int close) {}
