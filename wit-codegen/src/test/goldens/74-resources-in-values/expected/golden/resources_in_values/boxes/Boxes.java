package golden.resources_in_values.boxes;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.resources_in_values.Post;
import golden.resources_in_values.boxes.abi.CodecOfBoxes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resources-in-values/boxes}. */
@Generated("interface golden:resources-in-values/boxes")
@NullMarked
public final class Boxes {
  private final Func newThing;
  private final Func pack;
  private final Func unpack;
  private final Func perhaps;
  private final Func attempt;
  private final Func reverse;
  private final Func send;
  private final Func look;
  private final Func weigh;

  private Boxes(Exports exports) {
    this.newThing = exports.func(0);
    this.pack = exports.func(2);
    this.unpack = exports.func(3);
    this.perhaps = exports.func(4);
    this.attempt = exports.func(5);
    this.reverse = exports.func(6);
    this.send = exports.func(7);
    this.look = exports.func(8);
    this.weigh = exports.func(9);
  }

  /** The interface of an instance: for generated code, as {@link Post} hands it out. */
  public static Boxes of(Exports exports) {
    return new Boxes(exports);
  }

  /** {@code [constructor]thing}. */
  public Thing newThing(String label) {
    Objects.requireNonNull(label, "label");
    try (Call call = this.newThing.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, label);
      call.invoke();
      return new Thing(call.result(), 0);
    }
  }

  /**
   * {@code pack}.
   *
   * @param content is given away
   */
  public Parcel pack(Thing content) {
    Objects.requireNonNull(content, "content");
    try (Call call = this.pack.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putOwn(arguments, 0, content);
      call.invoke();
      return CodecOfBoxes.loadParcel(call.result(), 0);
    }
  }

  /** {@code unpack}. */
  public Thing unpack(Parcel parcel) {
    Objects.requireNonNull(parcel, "parcel");
    try (Call call = this.unpack.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfBoxes.storeParcel(arguments, 0, parcel);
      call.invoke();
      return new Thing(call.result(), 0);
    }
  }

  /** {@code perhaps}. */
  public Optional<Thing> perhaps(Optional<Thing> content) {
    Objects.requireNonNull(content, "content");
    try (Call call = this.perhaps.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(
          0, content, 4, (image1, at1, value1) -> GuestHandles.putOwn(image1, at1, value1));
      call.invoke();
      return call.result().getOption(0, 4, (image1, at1) -> new Thing(image1, at1));
    }
  }

  /** {@code attempt}. */
  public Result<Thing, String> attempt(Result<Thing, String> content) {
    Objects.requireNonNull(content, "content");
    try (Call call = this.attempt.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putResult(
          0,
          content,
          4,
          (image1, at1, value1) -> GuestHandles.putOwn(image1, at1, value1),
          ImageWriter::putString);
      call.invoke();
      return call.result().getResult(
          0, 4, (image1, at1) -> new Thing(image1, at1), ImageReader::getString);
    }
  }

  /** {@code reverse}. */
  public List<Thing> reverse(List<Thing> things) {
    Objects.requireNonNull(things, "things");
    try (Call call = this.reverse.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(
          0, things, 4, 4, (image1, at1, value1) -> GuestHandles.putOwn(image1, at1, value1));
      call.invoke();
      return call.result().getList(0, 4, (image1, at1) -> new Thing(image1, at1));
    }
  }

  /** {@code send}. */
  public Delivery send(Delivery delivery) {
    Objects.requireNonNull(delivery, "delivery");
    try (Call call = this.send.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfBoxes.storeDelivery(arguments, 0, delivery);
      call.invoke();
      return CodecOfBoxes.loadDelivery(call.result(), 0);
    }
  }

  /** {@code look}. */
  public List<String> look(List<Thing> things) {
    Objects.requireNonNull(things, "things");
    try (Call call = this.look.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(
          0, things, 4, 4, (image1, at1, value1) -> GuestHandles.putBorrow(image1, at1, value1));
      call.invoke();
      return call.result().getList(0, 8, ImageReader::getString);
    }
  }

  /**
   * {@code weigh}.
   *
   * @return unsigned
   */
  public int weigh(Optional<Thing> one, Tuple2<Thing, Integer> other) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    try (Call call = this.weigh.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(
          0, one, 4, (image1, at1, value1) -> GuestHandles.putBorrow(image1, at1, value1));
      GuestHandles.putBorrow(arguments, 8, other.first());
      arguments.putInt(12, other.second());
      call.invoke();
      return call.result().getInt(0);
    }
  }
}
