package dev.switchblade.tests.model;

import dev.switchblade.Resource;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.tests.model.Counter.Life;
import dev.switchblade.tests.model.Counter.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions on the resource that the guest implements. */
final class CounterExchanges {

  private CounterExchanges() {}

  /** A call that passes a counter. */
  private abstract static class Passing extends Exchange {
    final Counter counter;
    private final boolean refused;

    Passing(Counter counter, InstanceModel callee) {
      super(counter.resource());
      this.counter = counter;
      this.refused = !counter.canBePassed() || !counter.isOf(callee);
    }

    @Override
    boolean isRefused() {
      return refused;
    }

    @Override
    boolean hasHandles() {
      return true;
    }
  }

  /** A call that passes a counter as {@code own}. */
  private abstract static class Giving extends Passing {
    Giving(Counter counter, InstanceModel callee) {
      super(counter, callee);
    }

    @Override
    void write(ImageWriter image) {
      image.putOwn(0, counter.resource());
    }

    @Override
    void written() {
      counter.become(State.GIVING);
    }

    @Override
    void crossing() {
      counter.become(State.GIVEN);
    }

    @Override
    void undone() {
      counter.become(State.HELD);
    }
  }

  /** A counter of the callee that can be passed; at times any. */
  private static @Nullable Counter pick(Actor actor, InstanceModel callee, Dice dice) {
    if (dice.oneIn(12)) {
      return actor
          .shelf(dice)
          .counters()
          .pick(dice, counter -> counter.kind() == Counter.Kind.COUNTER);
    }
    return actor
        .shelf(dice)
        .counters()
        .pick(dice, counter -> counter.canBePassed() && counter.isOf(callee));
  }

  private static boolean isNew(@Nullable Object result, String text) {
    return result instanceof Resource resource
        && resource.isOpen()
        && resource.toString().endsWith(text);
  }

  private static void add(Actor actor, InstanceModel instance, Object resource, Life life) {
    actor.keep(Counter.of((Resource) resource, instance, life));
  }

  static Exchange make(Actor actor, InstanceModel instance, Dice dice) {
    Life life = actor.world().newCounters(1).getFirst();
    boolean read = !dice.oneIn(6);
    return new Exchange(life.id()) {
      @Override
      void write(ImageWriter image) {
        image.putInt(0, life.id());
      }

      @Override
      @Nullable Object read(ImageReader image) {
        return read ? image.getOwn(0) : null;
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return result == null ? !read : isNew(result, "(owned)");
      }

      @Override
      boolean hasHandles() {
        return true;
      }

      @Override
      void returned(@Nullable Object result, Actor reader) {
        if (result != null) {
          add(reader, instance, result, life);
        }
      }
    };
  }

  static Exchange makeMany(Actor actor, InstanceModel instance, Dice dice) {
    List<Life> lives = actor.world().newCounters(1 + dice.below(4));
    int read = dice.below(lives.size() + 1);
    return new Exchange(lives.getFirst().id(), lives.size()) {
      @Override
      void write(ImageWriter image) {
        image.putInt(0, lives.getFirst().id());
        image.putInt(4, lives.size());
      }

      // Reads some, and leaves the others to whoever ends the call.
      @Override
      Object read(ImageReader image) {
        List<Resource> some = new ArrayList<>();
        List<Integer> places = image.getList(0, 4, (any, at) -> (int) at);
        for (int i = 0; i < read; i++) {
          some.add(image.getOwn(places.get(i)));
        }
        return some;
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return result instanceof List<?> list
            && (list.size() == read || list.size() == lives.size())
            && list.stream().allMatch(one -> isNew(one, "(owned)"));
      }

      @Override
      boolean hasHandles() {
        return true;
      }

      @Override
      void returned(@Nullable Object result, Actor reader) {
        if (result instanceof List<?> list) {
          for (int i = 0; i < list.size(); i++) {
            add(reader, instance, list.get(i), lives.get(i));
          }
        }
      }
    };
  }

  static @Nullable Exchange increment(Actor actor, InstanceModel instance, Dice dice) {
    Counter counter = pick(actor, instance, dice);
    return counter == null
        ? null
        : new Passing(counter, instance) {
          private int expected;

          @Override
          void write(ImageWriter image) {
            image.putBorrow(0, counter.resource());
          }

          @Override
          Object read(ImageReader image) {
            return image.getInt(0);
          }

          @Override
          void crossing() {
            expected = counter.life().increment();
          }

          @Override
          boolean isAnswer(@Nullable Object result) {
            return Integer.valueOf(expected).equals(result);
          }
        };
  }

  static @Nullable Exchange take(Actor actor, InstanceModel instance, Dice dice) {
    Counter counter = pick(actor, instance, dice);
    return counter == null
        ? null
        : new Giving(counter, instance) {
          @Override
          Object read(ImageReader image) {
            return image.getInt(0);
          }

          @Override
          boolean isAnswer(@Nullable Object result) {
            return Integer.valueOf(counter.life().value()).equals(result)
                && counter.life().isDestroyed();
          }
        };
  }

  static @Nullable Exchange echo(Actor actor, InstanceModel instance, Dice dice) {
    Counter counter = pick(actor, instance, dice);
    return counter == null
        ? null
        : new Giving(counter, instance) {
          @Override
          Object read(ImageReader image) {
            return image.getOwn(0);
          }

          @Override
          boolean isAnswer(@Nullable Object result) {
            return isNew(result, "(owned)") && !counter.life().isDestroyed();
          }

          @Override
          void returned(@Nullable Object result, Actor reader) {
            if (result != null) {
              add(reader, instance, result, counter.life());
            }
          }
        };
  }
}
