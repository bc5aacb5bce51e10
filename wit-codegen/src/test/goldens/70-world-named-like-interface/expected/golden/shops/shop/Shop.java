package golden.shops.shop;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record shop}. */
@Generated("interface golden:shops/shop")
@NullMarked
public record Shop(String name) {
  /** Refuses null. */
  public Shop {
    Objects.requireNonNull(name, "name");
  }
}
