package dev.switchblade.tests.model;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is done to readers and writers, in their time and beyond it. */
final class ImageDeeds {

  private ImageDeeds() {}

  private static long offset(Dice dice) {
    return switch (dice.below(6)) {
      case 0 -> -1 - dice.below(64);
      case 1 -> dice.anyLong();
      case 2 -> dice.below(1 << 20);
      case 3 -> dice.of(Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, 1L << 32, -1L << 32);
      default -> dice.below(32);
    };
  }

  /** How an access ends in an image whose size is not known exactly. */
  private static Set<End> access(long at) {
    return at < 0 || at >= 1L << 31 ? EnumSet.of(End.VALUE) : EnumSet.of(End.RETURNS, End.VALUE);
  }

  /** Writes something, anywhere. */
  static void scribble(Actor actor, Step step) {
    Dice dice = step.dice();
    View<ImageWriter> view = actor.shelf(dice).writers().pick(dice);
    if (view == null) {
      return;
    }
    ImageWriter writer = view.object();
    long at = offset(dice);
    int kind = dice.below(8);
    Outcome outcome =
        actor.attempt(
            view.store(),
            "writing value " + kind + " at " + at,
            view.ends(actor, access(at)),
            () -> {
              switch (kind) {
                case 0 -> writer.putByte(at, (byte) 1);
                case 1 -> writer.putInt(at, dice.anyInt());
                case 2 -> writer.putLong(at, dice.anyLong());
                case 3 -> writer.putString(at, dice.text());
                case 4 -> writer.putInts(at, NumberExchanges.numbers(dice));
                case 5 -> writer.putBytes(at, new byte[dice.length()]);
                case 6 -> writer.putDouble(at, 1.5);
                default -> writer.putBool(at, true);
              }
              return null;
            });
    taint(view, outcome);
  }

  /** The arguments of a call may be something else now. */
  private static void taint(View<ImageWriter> view, Outcome outcome) {
    if (outcome.end() != End.STATE) {
      view.store().scribbled();
    }
  }

  static void allocate(Actor actor, Step step) {
    Dice dice = step.dice();
    View<ImageWriter> view = actor.shelf(dice).writers().pick(dice);
    if (view == null) {
      return;
    }
    boolean badSize = dice.oneIn(3);
    boolean badAlignment = dice.oneIn(4);
    long size =
        badSize
            ? dice.of(
                -1L, -9L, -10L, -1L - dice.below(10_000), Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40)
            : dice.of(0, dice.below(100), 8 << 10, dice.below(64 << 10), 1 << 20);
    long alignment =
        badAlignment
            ? dice.of(0L, -1L, 3L, -8L, 12L, Long.MIN_VALUE, Long.MAX_VALUE)
            : dice.of(1L, 2L, 4L, 8L);
    actor.attempt(
        view.store(),
        "ImageWriter.allocate(" + size + ", " + alignment + ")",
        view.ends(actor, EnumSet.of(badSize || badAlignment ? End.VALUE : End.RETURNS)),
        () -> view.object().allocate(size, alignment));
  }

  /** Writes a list, and does something else between two elements. */
  static void putList(Actor actor, Step step) {
    Dice dice = step.dice();
    View<ImageWriter> view = actor.shelf(dice).writers().pick(dice);
    if (view == null) {
      return;
    }
    List<String> list = List.of(dice.text(), "second");
    StoreModel store = view.store();
    Set<End> valid = EnumSet.of(End.RETURNS);
    if (!step.inside().isEmpty()) {
      valid.addAll(EnumSet.of(End.STATE, End.VALUE, End.SCRIPTED));
    }
    Outcome outcome =
        actor.compute(
            store,
            step,
            "ImageWriter.putList",
            view.ends(actor, valid),
            () -> {
              view.object()
                  .putList(
                      0,
                      list,
                      8,
                      4,
                      (image, at, text) -> {
                        // The list has been begun: who invokes the call in here passes that.
                        store.scribbled();
                        actor.performInsideUnchecked();
                        image.putString(at, text);
                      });
              return null;
            });
    taint(view, outcome);
  }

  /** Reads something, anywhere. */
  static void peek(Actor actor, Step step) {
    Dice dice = step.dice();
    View<ImageReader> view = actor.shelf(dice).readers().pick(dice);
    if (view == null) {
      return;
    }
    ImageReader reader = view.object();
    long at = offset(dice);
    int kind = dice.below(10);
    Set<End> access = access(at);
    // What looks like a list may name none that there is.
    access.add(End.STATE);
    actor.attempt(
        view.store(),
        "reading value " + kind + " at " + at,
        view.ends(actor, access),
        () ->
            switch (kind) {
              case 0 -> reader.getByte(at);
              case 1 -> reader.getInt(at);
              case 2 -> reader.getLong(at);
              case 3 -> reader.getString(at);
              case 4 -> reader.getInts(at);
              case 5 -> reader.getBytes(at);
              case 6 -> reader.getDouble(at);
              case 7 -> reader.getBorrow(at, Host.CARTS);
              case 8 -> reader.getList(at, 8, ImageReader::getString);
              default -> reader.getBool(at);
            });
  }
}
