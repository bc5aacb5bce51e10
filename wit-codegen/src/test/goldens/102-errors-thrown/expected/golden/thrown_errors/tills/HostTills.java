package golden.thrown_errors.tills;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.thrown_errors.tills.abi.CodecOfHostTills;
import golden.thrown_errors.tills.abi.CodecOfTills;
import golden.thrown_errors.types.Declined;
import golden.thrown_errors.types.DeclinedException;
import golden.thrown_errors.types.JamException;
import golden.thrown_errors.types.abi.CodecOfTypes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Functions whose errors are thrown. */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public interface HostTills {
  /**
   * Pays.
   *
   * @param cents unsigned
   */
  String pay(long cents) throws DeclinedException;

  /** An error that another name was given to. */
  void open() throws JamException;

  /**
   * Errors without a name.
   *
   * @return unsigned
   */
  int count(byte[] coins) throws StringException;

  /** {@code weigh}. */
  double weigh() throws ListOfU8Exception;

  /** {@code compare}. */
  Tuple2<Integer, String> compare(List<String> other) throws TupleOfU8AndOptionOfStringException;

  /**
   * An error that says nothing.
   *
   * @return unsigned
   */
  int lock() throws FailedException;

  /** Neither. */
  void unlock() throws FailedException;

  /** Its error is no error of the function. */
  Optional<Result<Integer, Declined>> later();

  /** {@code [constructor]till}. */
  HostTill newTill(String name);

  /** The static functions of {@code till}. */
  HostTill.Statics till();

  /** Defines {@code golden:thrown-errors/tills} in a linker. */
  static void addTo(Linker linker, HostTills implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:thrown-errors/tills} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostTills> implementation) {
    LinkerInstance instance = linker.instance("golden:thrown-errors/tills");
    instance.resource("till", CodecOfHostTills.TILL);
    instance.funcOverImages(
        "pay",
        CodecOfTills.PAY,
        (arguments, result) -> {
          try {
            var returned = implementation.apply(arguments.config()).pay(arguments.getLong(0));
            result.putBool(0, false);
            result.putString(8, returned);
          } catch (DeclinedException e) {
            result.putBool(0, true);
            CodecOfTypes.storeDeclined(result, 8, e.error());
          }
        });
    instance.funcOverImages(
        "open",
        CodecOfTills.OPEN,
        (arguments, result) -> {
          try {
            implementation.apply(arguments.config()).open();
            result.putBool(0, false);
          } catch (JamException e) {
            result.putBool(0, true);
            result.putString(4, e.error());
          }
        });
    instance.funcOverImages(
        "count",
        CodecOfTills.COUNT,
        (arguments, result) -> {
          try {
            var returned = implementation.apply(arguments.config()).count(arguments.getBytes(0));
            result.putBool(0, false);
            result.putInt(4, returned);
          } catch (StringException e) {
            result.putBool(0, true);
            result.putString(4, e.error());
          }
        });
    instance.funcOverImages(
        "weigh",
        CodecOfTills.WEIGH,
        (arguments, result) -> {
          try {
            var returned = implementation.apply(arguments.config()).weigh();
            result.putBool(0, false);
            result.putDouble(8, returned);
          } catch (ListOfU8Exception e) {
            result.putBool(0, true);
            result.putBytes(8, e.error());
          }
        });
    instance.funcOverImages(
        "compare",
        CodecOfTills.COMPARE,
        (arguments, result) -> {
          try {
            var returned = result.requireReturned(
                implementation.apply(arguments.config()).compare(
                    arguments.getList(0, 8, ImageReader::getString)));
            result.putBool(0, false);
            result.putInt(4, returned.first());
            result.putString(8, returned.second());
          } catch (TupleOfU8AndOptionOfStringException e) {
            result.putBool(0, true);
            result.putU8(4, e.error().first());
            result.putOption(8, e.error().second(), 4, ImageWriter::putString);
          }
        });
    instance.funcOverImages(
        "lock",
        CodecOfTills.LOCK,
        (arguments, result) -> {
          try {
            var returned = implementation.apply(arguments.config()).lock();
            result.putBool(0, false);
            result.putInt(4, returned);
          } catch (FailedException e) {
            result.putBool(0, true);
          }
        });
    instance.funcOverImages(
        "unlock",
        CodecOfTills.UNLOCK,
        (arguments, result) -> {
          try {
            implementation.apply(arguments.config()).unlock();
            result.putBool(0, false);
          } catch (FailedException e) {
            result.putBool(0, true);
          }
        });
    instance.funcOverImages(
        "later",
        CodecOfTills.LATER,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).later(),
            8,
            (image1, at1, value1) -> image1.putResult(
                at1, value1, 8, ImageWriter::putInt, CodecOfTypes::storeDeclined)));
    instance.funcOverImages(
        "[constructor]till",
        CodecOfTills.NEW_TILL,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostTills.TILL,
            implementation.apply(arguments.config()).newTill(arguments.getString(0))));
    instance.funcOverImages(
        "[method]till.take",
        CodecOfTills.TILL_TAKE,
        (arguments, result) -> {
          try {
            var returned = arguments.getBorrow(0, CodecOfHostTills.TILL).take(
                CodecOfTills.loadBill(arguments, 4));
            result.putBool(0, false);
            result.putList(8, returned, 4, 4, CodecOfTills::storeBill);
          } catch (DeclinedException e) {
            result.putBool(0, true);
            CodecOfTypes.storeDeclined(result, 8, e.error());
          }
        });
    instance.funcOverImages(
        "[static]till.find",
        CodecOfTills.TILL_FIND,
        (arguments, result) -> {
          try {
            var returned = implementation.apply(arguments.config()).till().find(
                arguments.getString(0));
            result.putBool(0, false);
            result.putOwn(4, CodecOfHostTills.TILL, returned);
          } catch (StringException e) {
            result.putBool(0, true);
            result.putString(4, e.error());
          }
        });
    instance.funcOverImages(
        "[method]till.give",
        CodecOfTills.TILL_GIVE,
        (arguments, result) -> {
          try {
            arguments.getBorrow(0, CodecOfHostTills.TILL).give();
            result.putBool(0, false);
          } catch (HostTillException e) {
            result.putBool(0, true);
            result.putOwn(4, CodecOfHostTills.TILL, e.error());
          }
        });
  }
}
