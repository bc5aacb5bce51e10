package golden.resources_in_values.boxes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.resources_in_values.boxes.Delivery;
import golden.resources_in_values.boxes.Parcel;
import golden.resources_in_values.boxes.Thing;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:resources-in-values/boxes} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:resources-in-values/boxes")
@NullMarked
public final class CodecOfBoxes {
  /** {@code parcel}. */
  public static final WitType PARCEL = record(
      field("content", own("golden:resources-in-values/boxes", "thing")), field("weight", U32));

  /** {@code delivery}. */
  public static final WitType DELIVERY = variant(
      of("nothing"),
      of("one", own("golden:resources-in-values/boxes", "thing")),
      of("many", list(own("golden:resources-in-values/boxes", "thing"))),
      of("labelled", tuple(STRING, own("golden:resources-in-values/boxes", "thing"))));

  /** {@code [constructor]thing}. */
  public static final WitType.Function NEW_THING = func(
      own("golden:resources-in-values/boxes", "thing"), param("label", STRING));

  /** {@code [method]thing.label}. */
  public static final WitType.Function THING_LABEL = func(
      STRING, param("self", borrow("golden:resources-in-values/boxes", "thing")));

  /** {@code pack}. */
  public static final WitType.Function PACK = func(
      PARCEL, param("content", own("golden:resources-in-values/boxes", "thing")));

  /** {@code unpack}. */
  public static final WitType.Function UNPACK = func(
      own("golden:resources-in-values/boxes", "thing"), param("parcel", PARCEL));

  /** {@code perhaps}. */
  public static final WitType.Function PERHAPS = func(
      option(own("golden:resources-in-values/boxes", "thing")),
      param("content", option(own("golden:resources-in-values/boxes", "thing"))));

  /** {@code attempt}. */
  public static final WitType.Function ATTEMPT = func(
      result(own("golden:resources-in-values/boxes", "thing"), STRING),
      param("content", result(own("golden:resources-in-values/boxes", "thing"), STRING)));

  /** {@code reverse}. */
  public static final WitType.Function REVERSE = func(
      list(own("golden:resources-in-values/boxes", "thing")),
      param("things", list(own("golden:resources-in-values/boxes", "thing"))));

  /** {@code send}. */
  public static final WitType.Function SEND = func(DELIVERY, param("delivery", DELIVERY));

  /** {@code look}. */
  public static final WitType.Function LOOK = func(
      list(STRING), param("things", list(borrow("golden:resources-in-values/boxes", "thing"))));

  /** {@code weigh}. */
  public static final WitType.Function WEIGH = func(
      U32,
      param("one", option(borrow("golden:resources-in-values/boxes", "thing"))),
      param("other", tuple(borrow("golden:resources-in-values/boxes", "thing"), U32)));

  private CodecOfBoxes() {}

  /** Writes a value of {@code parcel}. */
  public static void storeParcel(ImageWriter image, long at, Parcel value) {
    GuestHandles.putOwn(image, at, value.content());
    image.putInt(at + 4, value.weight());
  }

  /** Reads a value of {@code parcel}. */
  public static Parcel loadParcel(ImageReader image, long at) {
    return new Parcel(
        new Thing(image, at),
        image.getInt(at + 4));
  }

  /** Writes a value of {@code delivery}. */
  public static void storeDelivery(ImageWriter image, long at, Delivery value) {
    switch (value) {
      case Delivery.Nothing() -> image.putDiscriminant(at, 0, 1);
      case Delivery.One(var it) -> {
        image.putDiscriminant(at, 1, 1);
        GuestHandles.putOwn(image, at + 4, it);
      }
      case Delivery.Many(var it) -> {
        image.putDiscriminant(at, 2, 1);
        image.putList(
            at + 4, it, 4, 4, (image1, at1, value1) -> GuestHandles.putOwn(image1, at1, value1));
      }
      case Delivery.Labelled(var it) -> {
        image.putDiscriminant(at, 3, 1);
        image.putString(at + 4, it.first());
        GuestHandles.putOwn(image, at + 12, it.second());
      }
    }
  }

  /** Reads a value of {@code delivery}. */
  public static Delivery loadDelivery(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Delivery.Nothing();
      case 1 -> new Delivery.One(new Thing(image, at + 4));
      case 2 -> new Delivery.Many(
          image.getList(at + 4, 4, (image1, at1) -> new Thing(image1, at1)));
      default -> new Delivery.Labelled(
          new Tuple2<>(image.getString(at + 4), new Thing(image, at + 12)));
    };
  }
}
