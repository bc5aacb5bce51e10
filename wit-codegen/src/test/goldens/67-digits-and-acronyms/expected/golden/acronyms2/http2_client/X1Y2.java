package golden.acronyms2.http2_client;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record x1-y2}.
 *
 * @param x1 the x1, unsigned
 * @param y2d the y 2d, unsigned
 * @param x1y2 the x1y2, unsigned
 * @param x the X, unsigned
 */
@Generated("interface golden:acronyms2/HTTP2-client")
@NullMarked
public record X1Y2(int x1, int y2d, int x1y2, int x) {}
