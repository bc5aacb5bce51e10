package golden.ownership.documents;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource document}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:ownership/documents")
@NullMarked
public final class Document implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Document(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** {@code [method]document.title}. */
  public String title() {
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      DocumentsCodec.lendDocument(arguments, 0, this);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code [method]document.append}. */
  public void append(Document other) {
    Objects.requireNonNull(other, "other");
    try (Call call = this.exports.func(2).begin()) {
      ImageWriter arguments = call.arguments();
      DocumentsCodec.lendDocument(arguments, 0, this);
      DocumentsCodec.lendDocument(arguments, 4, other);
      call.invoke();
    }
  }

  /**
   * {@code [method]document.absorb}.
   *
   * @param other is given away
   * @return unsigned
   */
  public int absorb(Document other) {
    Objects.requireNonNull(other, "other");
    try (Call call = this.exports.func(3).begin()) {
      ImageWriter arguments = call.arguments();
      DocumentsCodec.lendDocument(arguments, 0, this);
      DocumentsCodec.storeDocument(arguments, 4, other);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "document: " + resource;
  }
}
