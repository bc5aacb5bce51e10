package golden.acronyms2.http2_client;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record x1-y2}.
 *
 * @param x1 unsigned
 * @param y2d unsigned
 * @param x1y2 unsigned
 * @param x unsigned
 */
@Generated("interface golden:acronyms2/HTTP2-client")
@NullMarked
public record X1Y2(int x1, int y2d, int x1y2, int x) {}
