package dev.switchblade.tests.model;

import org.jspecify.annotations.Nullable;

/** What the guest exports. */
enum GuestFunction {
  ADD("add", NumberExchanges::add),
  SPIN("spin", NumberExchanges::spin),
  TRAP("trap", NumberExchanges::trap),
  SUM("sum", NumberExchanges::sum),
  NUMBERS("numbers", NumberExchanges::numbers),
  ECHO_BYTES("echo-bytes", NumberExchanges::echoBytes),
  ECHO_TEXT("echo-text", TextExchanges::echo),
  ECHO_TEXTS("echo-texts", TextExchanges::echoAll),
  RELAY_BOXED("relay-boxed", TextExchanges::relay),
  RELAY_IMAGES("relay-images", TextExchanges::relay),
  RELAY_LATER("relay-later", TextExchanges::relay),
  MAKE_COUNTER("[constructor]counter", CounterExchanges::make),
  MAKE_COUNTERS("make-counters", CounterExchanges::makeMany),
  INCREMENT("[method]counter.increment", CounterExchanges::increment),
  TAKE_COUNTER("take-counter", CounterExchanges::take),
  ECHO_COUNTER("echo-counter", CounterExchanges::echo),
  BUY("buy", CartExchanges::buy),
  MAKE_CART("make-cart", CartExchanges::make),
  LOOK("look", CartExchanges::look),
  KEEP("keep", CartExchanges::keep),
  GIVE_BACK("give-back", CartExchanges::giveBack),
  DROP_KEPT("drop-kept", CartExchanges::dropKept),
  PAY("pay", CartExchanges::pay),
  ECHO_CART("echo-cart", CartExchanges::echo),
  PRINT("print", WasiExchanges::print),
  LOOK_UP("look-up", WasiExchanges::lookUp),
  HAND_STREAM("hand-stream", WasiExchanges::nothing),
  SHOW_STREAM("show-stream", WasiExchanges::nothing);

  /** Makes arguments, and what must come of them; null if there are none to make them of. */
  @FunctionalInterface
  private interface Maker {
    @Nullable Exchange make(Actor actor, InstanceModel instance, Dice dice);
  }

  private static final GuestFunction[] ALL = values();

  private final String witName;

  @SuppressWarnings("ImmutableEnumChecker") // a method
  private final Maker maker;

  GuestFunction(String witName, Maker maker) {
    this.witName = witName;
    this.maker = maker;
  }

  String witName() {
    return witName;
  }

  boolean makesCounters() {
    return this == MAKE_COUNTER || this == MAKE_COUNTERS;
  }

  /** Says whether nonsense among its arguments may be somebody's handle. */
  boolean takesHandles() {
    return switch (this) {
      case INCREMENT, TAKE_COUNTER, ECHO_COUNTER, LOOK, KEEP, PAY, ECHO_CART -> true;
      default -> changesWhatGuestsHave();
    };
  }

  /** Says whether its answer depends on, or changes, what later calls answer. */
  private boolean changesWhatGuestsHave() {
    return switch (this) {
      case MAKE_COUNTER, MAKE_COUNTERS, BUY, MAKE_CART, GIVE_BACK, DROP_KEPT -> true;
      default -> false;
    };
  }

  @Nullable Exchange exchange(Actor actor, InstanceModel instance, Dice dice) {
    return maker.make(actor, instance, dice);
  }

  /** Any, and traps seldom. */
  static GuestFunction any(Dice dice) {
    GuestFunction function = dice.of(ALL);
    return function == TRAP && !dice.oneIn(4) ? ADD : function;
  }
}
