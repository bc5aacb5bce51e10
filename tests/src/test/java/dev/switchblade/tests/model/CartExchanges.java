package dev.switchblade.tests.model;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import org.jspecify.annotations.Nullable;

/** Calls of functions on the resource that the host implements. */
final class CartExchanges {

  private CartExchanges() {}

  /** A call that passes a cart. */
  private abstract static class Passing extends Exchange {
    final Cart cart;

    Passing(Cart cart) {
      super(cart);
      this.cart = cart;
    }

    @Override
    boolean hasHandles() {
      return true;
    }
  }

  /** A call that passes a cart as {@code own}. */
  private abstract static class Giving extends Passing {
    final InstanceModel callee;

    Giving(Cart cart, InstanceModel callee) {
      super(cart);
      this.callee = callee;
    }

    @Override
    void write(ImageWriter image) {
      image.putOwn(0, Host.CARTS, cart);
    }

    @Override
    void crossing() {
      cart.moveTo(callee.store());
    }

    @Override
    void undone() {
      cart.moveTo(null);
    }
  }

  @SuppressWarnings("unused") // one of many
  static Exchange buy(Actor actor, InstanceModel instance, Dice dice) {
    int number = dice.anyInt();
    return new Exchange(number) {
      @Override
      void write(ImageWriter image) {
        image.putInt(0, number);
      }

      @Override
      Object read(ImageReader image) {
        return image.getInt(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return Integer.valueOf(number).equals(result);
      }

      @Override
      boolean hasHandles() {
        return true;
      }
    };
  }

  @SuppressWarnings("unused") // as above
  static Exchange make(Actor actor, InstanceModel instance, Dice dice) {
    int number = dice.anyInt();
    return new Exchange(number) {
      @Override
      void write(ImageWriter image) {
        image.putInt(0, number);
      }

      @Override
      Object read(ImageReader image) {
        return image.getOwn(0, Host.CARTS);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return result instanceof Cart cart && cart.number() == number;
      }

      @Override
      boolean hasHandles() {
        return true;
      }

      @Override
      void unread() {
        actor.world().takeBack(number);
      }

      @Override
      void returned(@Nullable Object result, Actor reader) {
        if (result instanceof Cart cart) {
          cart.moveTo(null);
        }
      }
    };
  }

  @SuppressWarnings("unused") // as above
  static Exchange look(Actor actor, InstanceModel instance, Dice dice) {
    return new Passing(actor.world().newCart(dice.anyInt())) {
      @Override
      void write(ImageWriter image) {
        image.putBorrow(0, Host.CARTS, cart);
      }

      @Override
      Object read(ImageReader image) {
        return image.getInt(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return Integer.valueOf(cart.number()).equals(result);
      }
    };
  }

  static Exchange keep(Actor actor, InstanceModel instance, Dice dice) {
    return new Giving(actor.world().newCart(dice.anyInt()), instance) {
      @Override
      void succeeded() {
        callee.kept().push(cart);
      }
    };
  }

  /** A call that takes out of what the guest keeps, and fails if there is nothing. */
  private abstract static class Taking extends Exchange {
    final InstanceModel callee;
    private boolean nothing;
    private @Nullable Cart taken;

    Taking(InstanceModel callee) {
      this.callee = callee;
    }

    @Override
    void write(ImageWriter image) {}

    @Override
    void crossing() {
      taken = callee.kept().poll();
      nothing = taken == null;
    }

    @Override
    boolean fails() {
      return nothing;
    }

    @Override
    boolean hasHandles() {
      return true;
    }

    @Override
    void undone() {
      Cart back = taken;
      if (back != null) {
        callee.kept().push(back);
      }
    }

    @Nullable Cart taken() {
      return taken;
    }
  }

  @SuppressWarnings("unused") // as above
  static Exchange giveBack(Actor actor, InstanceModel instance, Dice dice) {
    return new Taking(instance) {
      @Override
      Object read(ImageReader image) {
        return image.getOwn(0, Host.CARTS);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return result == taken();
      }

      @Override
      void unread() {
        Cart cart = taken();
        if (cart != null) {
          cart.moveTo(null);
        }
      }

      @Override
      void returned(@Nullable Object result, Actor reader) {
        if (result instanceof Cart cart) {
          cart.moveTo(null);
        }
      }
    };
  }

  @SuppressWarnings("unused") // as above
  static Exchange dropKept(Actor actor, InstanceModel instance, Dice dice) {
    return new Taking(instance) {
      @Override
      boolean isAnswer(@Nullable Object result) {
        Cart cart = taken();
        return cart == null || cart.holder() == null;
      }
    };
  }

  static Exchange pay(Actor actor, InstanceModel instance, Dice dice) {
    return new Giving(actor.world().newCart(dice.anyInt()), instance) {
      @Override
      Object read(ImageReader image) {
        return image.getInt(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return Integer.valueOf(cart.number()).equals(result) && cart.holder() == null;
      }
    };
  }

  static Exchange echo(Actor actor, InstanceModel instance, Dice dice) {
    return new Giving(actor.world().newCart(dice.anyInt()), instance) {
      @Override
      Object read(ImageReader image) {
        return image.getOwn(0, Host.CARTS);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return result == cart;
      }

      @Override
      void unread() {
        cart.moveTo(null);
      }

      @Override
      void returned(@Nullable Object result, Actor reader) {
        cart.moveTo(null);
      }
    };
  }
}
