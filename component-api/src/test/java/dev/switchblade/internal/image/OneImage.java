package dev.switchblade.internal.image;

import dev.switchblade.HostResource;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.bindings.ffi.sb_store_io;
import dev.switchblade.internal.handle.StoreHandles;
import dev.switchblade.internal.owner.StoreOwner;
import dev.switchblade.internal.upcall.Upcalls;
import java.lang.foreign.Arena;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The images of a store in which no guest runs: what is written is what is read. */
public final class OneImage {

  private final StoreOwner owner = new StoreOwner();
  private final ImageBuffer buffer = new ImageBuffer(owner, true, Upcalls.shared());
  private final ImageWriter writer;
  private final ImageReader reader;

  public OneImage() {
    this((_, at) -> "offset " + at);
  }

  /**
   * Makes a store's images.
   *
   * @param paths names the places in them
   */
  public OneImage(Paths paths) {
    var scope =
        new ResourceScope(new StoreHandles(owner, () -> {})) {
          @Override
          public @Nullable HostResource<?> hostResource(int number) {
            return null;
          }

          @Override
          public @Nullable Object instance(int number) {
            return null;
          }

          @Override
          public boolean isPlugged(int number) {
            return false;
          }

          @Override
          public String path() {
            return "the values";
          }

          @Override
          public String pathTo(ImageSink image, long at) {
            return paths.pathTo(image, at);
          }
        };
    writer = new ImageWriter(buffer, scope, StoreOwner.WRITING);
    reader = new ImageReader(buffer, scope, StoreConfig.defaults(), StoreOwner.READING);
    buffer.add(writer);
    buffer.add(reader);
    buffer.attach(Arena.ofAuto().allocate(sb_store_io.layout()));
    owner.enter();
  }

  /** Names places in an image. */
  public interface Paths {
    String pathTo(ImageSink image, long at);
  }

  /** Writes an image whose tuple has a size. */
  public OneImage write(long size, Consumer<ImageWriter> values) {
    owner.startWriting();
    ImageAccess.open(writer, 0, size);
    values.accept(writer);
    return this;
  }

  /** Reads what was written. */
  public Object read(Function<ImageReader, Object> values) {
    owner.startReading();
    return values.apply(reader);
  }

  ImageWriter writer() {
    return writer;
  }

  ImageReader reader() {
    return reader;
  }

  StoreOwner owner() {
    return owner;
  }
}
