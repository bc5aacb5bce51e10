package dev.switchblade.tests;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostResource;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A host that implements the resource that {@link CartGuest} uses. */
final class Shop implements AutoCloseable {

  /** What guests have handles of; two with equal numbers are two. */
  static final class Cart {
    private final int number;

    Cart(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    @Override
    public String toString() {
      return "cart " + number;
    }
  }

  private final List<Cart> made = new ArrayList<>();
  private final List<Cart> paid = new ArrayList<>();
  private final List<Cart> destroyed = new ArrayList<>();
  private final HostResource<Cart> resource = HostResource.of(Cart.class, destroyed::add);
  private final Store store = new Store(Guests.ENGINE);
  private final Linker linker = new Linker(Guests.ENGINE);
  private @Nullable Instance instance;

  /** A shop without a guest. */
  static Shop empty() {
    return new Shop();
  }

  /** A shop with an instance of {@link CartGuest}. */
  static Shop open() {
    var shop = new Shop();
    shop.define(CartGuest.CARTS);
    shop.instance = shop.instantiate(CartGuest.COMPONENT);
    return shop;
  }

  /** Defines the functions and the resource under a name. */
  void define(String name) {
    functions(linker.instance(name)).resource("cart", resource);
  }

  /** Defines the functions in an interface; a cart's total is its number. */
  LinkerInstance functions(LinkerInstance carts) {
    return carts
        .func("[constructor]cart", call -> make(call.int32(0)))
        .func("[method]cart.total", call -> cart(call.argument(0)).number())
        .func("[static]cart.best", call -> make(1_000))
        .func("pay", call -> pay(cart(call.argument(0))))
        .func("replace", call -> make(10 * pay(cart(call.argument(0)))))
        .func(
            "own-and-borrow", call -> pay(cart(call.argument(0))) + cart(call.argument(1)).number())
        .func(
            "borrow-and-own", call -> cart(call.argument(0)).number() + pay(cart(call.argument(1))))
        .func(
            "pay-all",
            call -> {
              int sum = 0;
              for (Object one : (List<?>) call.argument(0)) {
                sum += pay((Cart) one);
              }
              return sum;
            });
  }

  private static Cart cart(Object object) {
    return (Cart) object;
  }

  private Cart make(int number) {
    var cart = new Cart(number);
    made.add(cart);
    return cart;
  }

  private int pay(Cart cart) {
    paid.add(cart);
    return cart.number();
  }

  Linker linker() {
    return linker;
  }

  Store store() {
    return store;
  }

  HostResource<Cart> resource() {
    return resource;
  }

  Instance instantiate(Component component) {
    return linker.instantiate(store, component);
  }

  Func func(String name) {
    return Objects.requireNonNull(instance).func(name);
  }

  @Nullable Object call(String function, @Nullable Object... arguments) {
    return func(function).call(arguments);
  }

  /** What guests had made, in order. */
  List<Cart> made() {
    return made;
  }

  /** What came back to the host, in order. */
  List<Cart> paid() {
    return paid;
  }

  /** What was destroyed, in order. */
  List<Cart> destroyed() {
    return destroyed;
  }

  @Override
  public void close() {
    store.close();
  }
}
