package dev.switchblade.app.deploy;

/**
 * Tries a new version before it gets any traffic.
 *
 * {@snippet :
 * shops.upgrade(v2, shop -> {
 *   try (Cart cart = shop.carts().newCart("probe")) {
 *     if (cart.total() != 0) {
 *       throw new IllegalStateException("a new cart costs " + cart.total());
 *     }
 *   }
 * });
 * }
 *
 * @param <I> the class of the deployment's instances
 */
@FunctionalInterface
public interface HealthCheck<I> {

  /**
   * Calls the new version. Whatever is thrown refuses it.
   *
   * <p>Called on a thread of the upgrade's own, which is interrupted if the upgrade is given up
   * meanwhile: guests stop then on engines that are {@linkplain
   * dev.switchblade.Engine.Builder#interruptible interruptible}.
   *
   * @param instance an instance of the new version, in a store of its own, which is closed
   *     afterwards
   * @throws Exception if the version isn't fit to serve; its message is part of that of the {@link
   *     UpgradeException}
   */
  void check(I instance) throws Exception;
}
