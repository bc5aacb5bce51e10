package golden.deprecations.shop;

import dev.switchblade.Func;
import dev.switchblade.ListVisitor;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.deprecations.Store;
import golden.deprecations.shop.abi.CodecOfShop;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Java's compiler must warn whoever uses these, and nobody else. */
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public final class Shop {
  private final Func buy;
  private final Func redeem;
  private final Func scan;
  private final Func newBasket;
  private final Func order;

  private Shop(Exports exports) {
    this.buy = exports.func(0);
    this.redeem = exports.func(1);
    this.scan = exports.func(2);
    this.newBasket = exports.func(3);
    this.order = exports.func(5);
  }

  /** The interface of an instance: for generated code, as {@link Store} hands it out. */
  public static Shop of(Exports exports) {
    return new Shop(exports);
  }

  /**
   * Buys something.
   *
   * <p>Without a coupon.
   *
   * @deprecated since version 2.0.0
   */
  @Deprecated
  public boolean buy(String sku) {
    Objects.requireNonNull(sku, "sku");
    try (Call call = this.buy.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, sku);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /**
   * {@code redeem}.
   *
   * @deprecated since version 1.6.0
   */
  @Deprecated
  public Tier redeem(Coupon coupon) {
    Objects.requireNonNull(coupon, "coupon");
    try (Call call = this.redeem.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfShop.storeCoupon(arguments, 0, coupon);
      call.invoke();
      return CodecOfShop.loadTier(call.result(), 0);
    }
  }

  /**
   * {@code scan}.
   *
   * @deprecated since version 1.7.0
   */
  @Deprecated
  public byte[] scan(byte[] picture) {
    Objects.requireNonNull(picture, "picture");
    try (Call call = this.scan.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBytes(0, picture);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  /**
   * As {@link #scan}, without arrays or objects for its lists: what is given is taken from memory,
   * see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param picture 1 byte per element; must stay as it is until this method returns
   * @param visitor sees the result: 1 byte per element
   * @deprecated since version 1.7.0
   */
  @Deprecated
  public void scanInPlace(MemorySegment picture, ListVisitor visitor) {
    Objects.requireNonNull(picture, "picture");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.scan.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, picture, 1);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code [constructor]basket}. */
  public Basket newBasket() {
    try (Call call = this.newBasket.begin()) {
      call.invoke();
      return new Basket(call.result(), 0);
    }
  }

  /**
   * {@code order}.
   *
   * @param count unsigned
   */
  public boolean order(String sku, int count) {
    Objects.requireNonNull(sku, "sku");
    try (Call call = this.order.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, sku);
      arguments.putInt(8, count);
      call.invoke();
      return call.result().getBool(0);
    }
  }
}
