package golden.ownership.documents;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageWriter;
import golden.ownership.Press;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:ownership/documents}. */
@Generated("interface golden:ownership/documents")
@NullMarked
public final class Documents {
  private final Func newDocument;
  private final Func length;
  private final Func publish;
  private final Func translate;
  private final Func compare;
  private final Func open;

  private Documents(Exports exports) {
    this.newDocument = exports.func(0);
    this.length = exports.func(4);
    this.publish = exports.func(5);
    this.translate = exports.func(6);
    this.compare = exports.func(7);
    this.open = exports.func(8);
  }

  /** The interface of an instance: for generated code, as {@link Press} hands it out. */
  public static Documents of(Exports exports) {
    return new Documents(exports);
  }

  /** {@code [constructor]document}. */
  public Document newDocument(String title) {
    Objects.requireNonNull(title, "title");
    try (Call call = this.newDocument.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, title);
      call.invoke();
      return new Document(call.result(), 0);
    }
  }

  /**
   * Looks at it.
   *
   * @return unsigned
   */
  public int length(Document of) {
    Objects.requireNonNull(of, "of");
    try (Call call = this.length.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, of);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /**
   * Takes it for good.
   *
   * @param document is given away
   */
  public boolean publish(Document document) {
    Objects.requireNonNull(document, "document");
    try (Call call = this.publish.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putOwn(arguments, 0, document);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /**
   * Takes one, gives another.
   *
   * @param document is given away
   */
  public Document translate(Document document, String language) {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(language, "language");
    try (Call call = this.translate.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putOwn(arguments, 0, document);
      arguments.putString(4, language);
      call.invoke();
      return new Document(call.result(), 0);
    }
  }

  /** Both at once. */
  public int compare(Document left, Document right) {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    try (Call call = this.compare.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, left);
      GuestHandles.putBorrow(arguments, 4, right);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** {@code open}. */
  public Document open(String title) {
    Objects.requireNonNull(title, "title");
    try (Call call = this.open.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, title);
      call.invoke();
      return new Document(call.result(), 0);
    }
  }
}
