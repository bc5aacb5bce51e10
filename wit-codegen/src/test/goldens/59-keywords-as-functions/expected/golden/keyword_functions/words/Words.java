package golden.keyword_functions.words;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.keyword_functions.Vocabulary;
import org.jspecify.annotations.NullMarked;

/** Functions named as Java's keywords, and as what every object or a generated class has. */
@Generated("interface golden:keyword-functions/words")
@NullMarked
public final class Words {
  private final Func abstract_;
  private final Func class_;
  private final Func int_;
  private final Func default_;
  private final Func interface_;
  private final Func static_;
  private final Func enum_;
  private final Func goto_;
  private final Func null_;
  private final Func true_;
  private final Func yield;
  private final Func var;
  private final Func sealed;
  private final Func getClass_;
  private final Func hashCode_;
  private final Func equals;
  private final Func toString_;
  private final Func clone_;
  private final Func finalize_;
  private final Func notify_;
  private final Func notifyAll_;
  private final Func wait_;
  private final Func waitFor;
  private final Func close;
  private final Func instantiate;
  private final Func prepare;
  private final Func addTo;
  private final Func call;
  private final Func invoke;

  private Words(Exports exports) {
    this.abstract_ = exports.func(8);
    this.class_ = exports.func(9);
    this.int_ = exports.func(10);
    this.default_ = exports.func(11);
    this.interface_ = exports.func(12);
    this.static_ = exports.func(13);
    this.enum_ = exports.func(14);
    this.goto_ = exports.func(15);
    this.null_ = exports.func(16);
    this.true_ = exports.func(17);
    this.yield = exports.func(18);
    this.var = exports.func(19);
    this.sealed = exports.func(20);
    this.getClass_ = exports.func(21);
    this.hashCode_ = exports.func(22);
    this.equals = exports.func(23);
    this.toString_ = exports.func(24);
    this.clone_ = exports.func(25);
    this.finalize_ = exports.func(26);
    this.notify_ = exports.func(27);
    this.notifyAll_ = exports.func(28);
    this.wait_ = exports.func(29);
    this.waitFor = exports.func(30);
    this.close = exports.func(31);
    this.instantiate = exports.func(32);
    this.prepare = exports.func(33);
    this.addTo = exports.func(34);
    this.call = exports.func(35);
    this.invoke = exports.func(36);
  }

  /** The interface of an instance: for generated code, as {@link Vocabulary} hands it out. */
  public static Words of(Exports exports) {
    return new Words(exports);
  }

  /** {@code abstract}. */
  public void abstract_() {
    try (Call call = this.abstract_.begin()) {
      call.invoke();
    }
  }

  /** {@code class}. */
  public String class_() {
    try (Call call = this.class_.begin()) {
      call.invoke();
      return call.result().getString(0);
    }
  }

  /**
   * {@code int}.
   *
   * @param value unsigned
   * @return unsigned
   */
  public int int_(int value) {
    try (Call call = this.int_.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, value);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** {@code default}. */
  public boolean default_() {
    try (Call call = this.default_.begin()) {
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /** {@code interface}. */
  public void interface_() {
    try (Call call = this.interface_.begin()) {
      call.invoke();
    }
  }

  /** {@code static}. */
  public void static_() {
    try (Call call = this.static_.begin()) {
      call.invoke();
    }
  }

  /** {@code enum}. */
  public void enum_() {
    try (Call call = this.enum_.begin()) {
      call.invoke();
    }
  }

  /** {@code goto}. */
  public void goto_() {
    try (Call call = this.goto_.begin()) {
      call.invoke();
    }
  }

  /** {@code null}. */
  public void null_() {
    try (Call call = this.null_.begin()) {
      call.invoke();
    }
  }

  /** {@code true}. */
  public boolean true_() {
    try (Call call = this.true_.begin()) {
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /** {@code yield}. */
  public void yield() {
    try (Call call = this.yield.begin()) {
      call.invoke();
    }
  }

  /** {@code var}. */
  public void var() {
    try (Call call = this.var.begin()) {
      call.invoke();
    }
  }

  /** {@code sealed}. */
  public void sealed() {
    try (Call call = this.sealed.begin()) {
      call.invoke();
    }
  }

  /** {@code get-class}. */
  public String getClass_() {
    try (Call call = this.getClass_.begin()) {
      call.invoke();
      return call.result().getString(0);
    }
  }

  /**
   * {@code hash-code}.
   *
   * @return unsigned
   */
  public long hashCode_() {
    try (Call call = this.hashCode_.begin()) {
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /**
   * {@code equals}.
   *
   * @param other unsigned
   */
  public boolean equals(int other) {
    try (Call call = this.equals.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, other);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /** {@code to-string}. */
  public String toString_() {
    try (Call call = this.toString_.begin()) {
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code clone}. */
  public void clone_() {
    try (Call call = this.clone_.begin()) {
      call.invoke();
    }
  }

  /** {@code finalize}. */
  public void finalize_() {
    try (Call call = this.finalize_.begin()) {
      call.invoke();
    }
  }

  /** {@code notify}. */
  public void notify_() {
    try (Call call = this.notify_.begin()) {
      call.invoke();
    }
  }

  /** {@code notify-all}. */
  public void notifyAll_() {
    try (Call call = this.notifyAll_.begin()) {
      call.invoke();
    }
  }

  /** {@code wait}. */
  public void wait_() {
    try (Call call = this.wait_.begin()) {
      call.invoke();
    }
  }

  /**
   * {@code wait-for}.
   *
   * @param milliseconds unsigned
   */
  public void waitFor(long milliseconds) {
    try (Call call = this.waitFor.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putLong(0, milliseconds);
      call.invoke();
    }
  }

  /** {@code close}. */
  public void close() {
    try (Call call = this.close.begin()) {
      call.invoke();
    }
  }

  /** {@code instantiate}. */
  public void instantiate() {
    try (Call call = this.instantiate.begin()) {
      call.invoke();
    }
  }

  /** {@code prepare}. */
  public void prepare() {
    try (Call call = this.prepare.begin()) {
      call.invoke();
    }
  }

  /** {@code add-to}. */
  public void addTo() {
    try (Call call = this.addTo.begin()) {
      call.invoke();
    }
  }

  /**
   * {@code call}.
   *
   * @return unsigned
   */
  public int call() {
    try (Call call = this.call.begin()) {
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /**
   * {@code invoke}.
   *
   * @return unsigned
   */
  public int invoke() {
    try (Call call = this.invoke.begin()) {
      call.invoke();
      return call.result().getInt(0);
    }
  }
}
