package golden.shared_types.types;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record message}.
 *
 * @param topic the topic
 * @param body the body
 */
@Generated("interface golden:shared-types/types")
@NullMarked
public record Message(String topic, byte[] body) {
  /** Refuses null. */
  public Message {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(body, "body");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Message that
        && Contents.equal(this.topic, that.topic)
        && Contents.equal(this.body, that.body);
  }

  @Override
  public int hashCode() {
    return Contents.hash(topic, body);
  }

  @Override
  public String toString() {
    return "Message[topic=" + Contents.text(topic)
        + ", body=" + Contents.text(body) + "]";
  }
}
