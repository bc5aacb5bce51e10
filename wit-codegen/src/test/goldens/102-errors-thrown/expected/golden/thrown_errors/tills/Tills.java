package golden.thrown_errors.tills;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.thrown_errors.Shop;
import golden.thrown_errors.types.Declined;
import golden.thrown_errors.types.DeclinedException;
import golden.thrown_errors.types.JamException;
import golden.thrown_errors.types.abi.CodecOfTypes;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Functions whose errors are thrown. */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class Tills {
  private final Exports exports;
  private final Func pay;
  private final Func open;
  private final Func count;
  private final Func weigh;
  private final Func compare;
  private final Func lock;
  private final Func unlock;
  private final Func later;
  private final Func newTill;

  private Tills(Exports exports) {
    this.exports = exports;
    this.pay = exports.func(1);
    this.open = exports.func(2);
    this.count = exports.func(3);
    this.weigh = exports.func(4);
    this.compare = exports.func(5);
    this.lock = exports.func(6);
    this.unlock = exports.func(7);
    this.later = exports.func(8);
    this.newTill = exports.func(9);
  }

  /** The interface of an instance: for generated code, as {@link Shop} hands it out. */
  public static Tills of(Exports exports) {
    return new Tills(exports);
  }

  /**
   * Pays.
   *
   * @param cents unsigned
   */
  public String pay(long cents) throws DeclinedException {
    try (Call call = this.pay.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putLong(0, cents);
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new DeclinedException(CodecOfTypes.loadDeclined(result, 8));
      }
      return result.getString(8);
    }
  }

  /** An error that another name was given to. */
  public void open() throws JamException {
    try (Call call = this.open.begin()) {
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new JamException(result.getString(4));
      }
    }
  }

  /**
   * Errors without a name.
   *
   * @return unsigned
   */
  public int count(byte[] coins) throws StringException {
    Objects.requireNonNull(coins, "coins");
    try (Call call = this.count.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBytes(0, coins);
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new StringException(result.getString(4));
      }
      return result.getInt(4);
    }
  }

  /**
   * As {@link #count}, without arrays or objects for its lists: what is given is taken from memory,
   * see {@link ImageWriter#putSegment}.
   *
   * @param coins 1 byte per element; must stay as it is until this method returns
   * @return unsigned
   */
  public int countInPlace(MemorySegment coins) throws StringException {
    Objects.requireNonNull(coins, "coins");
    try (Call call = this.count.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, coins, 1);
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new StringException(result.getString(4));
      }
      return result.getInt(4);
    }
  }

  /** {@code weigh}. */
  public double weigh() throws ListOfU8Exception {
    try (Call call = this.weigh.begin()) {
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new ListOfU8Exception(result.getBytes(8));
      }
      return result.getDouble(8);
    }
  }

  /** {@code compare}. */
  public Tuple2<Integer, String> compare(List<String> other) throws
      TupleOfU8AndOptionOfStringException {
    Objects.requireNonNull(other, "other");
    try (Call call = this.compare.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, other, 8, 4, ImageWriter::putString);
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new TupleOfU8AndOptionOfStringException(
            new Tuple2<>(result.getU8(4), result.getOption(8, 4, ImageReader::getString)));
      }
      return new Tuple2<>(result.getInt(4), result.getString(8));
    }
  }

  /**
   * An error that says nothing.
   *
   * @return unsigned
   */
  public int lock() throws FailedException {
    try (Call call = this.lock.begin()) {
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new FailedException();
      }
      return result.getInt(4);
    }
  }

  /** Neither. */
  public void unlock() throws FailedException {
    try (Call call = this.unlock.begin()) {
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new FailedException();
      }
    }
  }

  /** Its error is no error of the function. */
  public Optional<Result<Integer, Declined>> later() {
    try (Call call = this.later.begin()) {
      call.invoke();
      return call.result().getOption(
          0,
          8,
          (image1, at1) -> image1.getResult(
              at1, 8, ImageReader::getInt, CodecOfTypes::loadDeclined));
    }
  }

  /** {@code [constructor]till}. */
  public Till newTill(String name) {
    Objects.requireNonNull(name, "name");
    try (Call call = this.newTill.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, name);
      call.invoke();
      return new Till(call.result(), 0);
    }
  }

  /** The static functions of {@code till}. */
  public Till.Statics till() {
    return new Till.Statics(exports);
  }
}
