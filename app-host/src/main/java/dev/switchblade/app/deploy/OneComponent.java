package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version that is compiled as one component.
 *
 * @param source where that comes from
 * @param keepsComponent whether it is the caller's, who closes it
 * @param parts what it is assembled of, by name; empty if it is all of a piece
 * @param linking how it becomes ready
 */
record OneComponent<I>(
    Source source, boolean keepsComponent, Map<String, byte[]> parts, Linking<I> linking)
    implements Origin<I> {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Compiled<I> compile(Engine engine, @Nullable Ready<I> current) {
    Component component =
        Objects.requireNonNull(source.compile(engine), "the source has no component");
    return new Compiled<>() {
      @Override
      public Ready<I> link(@Nullable Ready<I> serving) {
        return linking.link(component, serving);
      }

      @Override
      public void close() {
        if (!keepsComponent) {
          component.close();
        }
      }
    };
  }
}
