package dev.switchblade.tests.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a step can do, and how often it is done, outside of calls and inside. */
enum Deed {
  NEW_STORE(8, 2, StoreDeeds::make),
  INSTANTIATE(5, 2, StoreDeeds::instantiate),
  CLOSE_STORE(3, 5, StoreDeeds::close),
  INTERRUPT(1, 2, StoreDeeds::interrupt),
  FUEL(1, 1, StoreDeeds::fuel),
  FORGET_STORE(1, 1, StoreDeeds::forget),
  NEW_ENGINE(1, 0, EngineDeeds::make),
  CLOSE_ENGINE(2, 2, EngineDeeds::close),
  LOOK_UP(1, 1, EngineDeeds::lookUp),
  CALL(20, 6, FuncDeeds::call),
  CALL_IN_PLACE(4, 1, FuncDeeds::callInPlace),
  CALL_WRONGLY(2, 1, FuncDeeds::callWrongly),
  CALL_BY_IMAGES(12, 3, CallDeeds::whole),
  BEGIN(6, 3, CallDeeds::begin),
  WRITE(6, 3, CallDeeds::write),
  INVOKE(6, 4, CallDeeds::invoke),
  INVOKE_IN_PLACE(2, 2, CallDeeds::invokeInPlace),
  READ(6, 3, CallDeeds::read),
  CLOSE_CALL(5, 6, CallDeeds::close),
  SCRIBBLE(3, 3, ImageDeeds::scribble),
  ALLOCATE(3, 5, ImageDeeds::allocate),
  PUT_LIST(2, 2, ImageDeeds::putList),
  PEEK(3, 3, ImageDeeds::peek),
  ASK(2, 4, HostCallDeeds::ask),
  CLOSE_RESOURCE(4, 4, ResourceDeeds::close),
  LOOK_AT_RESOURCE(1, 1, ResourceDeeds::look),
  FORGET_RESOURCE(2, 1, ResourceDeeds::forget),
  LOOK_AT_LIST(1, 2, ResourceDeeds::lookAtList),
  ELSEWHERE(5, 4, EngineDeeds::elsewhere),
  COLLECT_GARBAGE(1, 1, EngineDeeds::collectGarbage),
  THROW(0, 3, EngineDeeds::throwSomething),
  NOTHING(0, 0, EngineDeeds::nothing);

  /** How a deed is done. */
  @FunctionalInterface
  private interface Doing {
    void perform(Actor actor, Step step) throws Exception;
  }

  private static final List<Deed> OUTSIDE = new ArrayList<>();
  private static final List<Deed> INSIDE = new ArrayList<>();

  static {
    for (Deed deed : values()) {
      for (int i = 0; i < deed.outside; i++) {
        OUTSIDE.add(deed);
      }
      for (int i = 0; i < deed.inside; i++) {
        INSIDE.add(deed);
      }
    }
  }

  private final int outside;
  private final int inside;

  @SuppressWarnings("ImmutableEnumChecker") // a method
  private final Doing doing;

  Deed(int outside, int inside, Doing doing) {
    this.outside = outside;
    this.inside = inside;
    this.doing = doing;
  }

  static Deed outside(SplittableRandom random) {
    return OUTSIDE.get(random.nextInt(OUTSIDE.size()));
  }

  static Deed inside(SplittableRandom random) {
    return INSIDE.get(random.nextInt(INSIDE.size()));
  }

  /** Says whether something may be done meanwhile. */
  boolean hasInside() {
    return switch (this) {
      case NEW_STORE, INTERRUPT, FORGET_STORE, NEW_ENGINE, CLOSE_ENGINE, LOOK_UP -> false;
      case SCRIBBLE, ALLOCATE, PEEK, ASK, LOOK_AT_RESOURCE, FORGET_RESOURCE -> false;
      case LOOK_AT_LIST, COLLECT_GARBAGE, THROW, NOTHING, CALL_WRONGLY -> false;
      default -> true;
    };
  }

  void perform(Actor actor, Step step) throws Exception {
    doing.perform(actor, step);
  }
}
