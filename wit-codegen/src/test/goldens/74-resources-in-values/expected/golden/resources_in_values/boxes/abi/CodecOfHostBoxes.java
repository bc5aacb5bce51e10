package golden.resources_in_values.boxes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.resources_in_values.boxes.HostDelivery;
import golden.resources_in_values.boxes.HostParcel;
import golden.resources_in_values.boxes.HostThing;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:resources-in-values/boxes} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:resources-in-values/boxes")
@NullMarked
public final class CodecOfHostBoxes {
  /** {@code resource thing}. */
  public static final HostResource<HostThing> THING = HostResource.of(HostThing.class);

  /** {@code parcel}. */
  public static final WitType PARCEL = record(
      field("content", own("golden:resources-in-values/boxes", "thing")), field("weight", U32));

  /** {@code delivery}. */
  public static final WitType DELIVERY = variant(
      of("nothing"),
      of("one", own("golden:resources-in-values/boxes", "thing")),
      of("many", list(own("golden:resources-in-values/boxes", "thing"))),
      of("labelled", tuple(STRING, own("golden:resources-in-values/boxes", "thing"))));

  private CodecOfHostBoxes() {}

  /** Writes a value of {@code parcel}. */
  public static void storeHostParcel(ImageWriter image, long at, HostParcel value) {
    image.putOwn(at, THING, value.content());
    image.putInt(at + 4, value.weight());
  }

  /** Reads a value of {@code parcel}. */
  public static HostParcel loadHostParcel(ImageReader image, long at) {
    return new HostParcel(
        image.getOwn(at, THING),
        image.getInt(at + 4));
  }

  /** Writes a value of {@code delivery}. */
  public static void storeHostDelivery(ImageWriter image, long at, HostDelivery value) {
    switch (value) {
      case HostDelivery.Nothing() -> image.putDiscriminant(at, 0, 1);
      case HostDelivery.One(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putOwn(at + 4, THING, it);
      }
      case HostDelivery.Many(var it) -> {
        image.putDiscriminant(at, 2, 1);
        image.putList(at + 4, it, 4, 4, (image1, at1, value1) -> image1.putOwn(at1, THING, value1));
      }
      case HostDelivery.Labelled(var it) -> {
        image.putDiscriminant(at, 3, 1);
        image.putString(at + 4, it.first());
        image.putOwn(at + 12, THING, it.second());
      }
    }
  }

  /** Reads a value of {@code delivery}. */
  public static HostDelivery loadHostDelivery(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new HostDelivery.Nothing();
      case 1 -> new HostDelivery.One(image.getOwn(at + 4, THING));
      case 2 -> new HostDelivery.Many(
          image.getList(at + 4, 4, (image1, at1) -> image1.getOwn(at1, THING)));
      default -> new HostDelivery.Labelled(
          new Tuple2<>(image.getString(at + 4), image.getOwn(at + 12, THING)));
    };
  }
}
