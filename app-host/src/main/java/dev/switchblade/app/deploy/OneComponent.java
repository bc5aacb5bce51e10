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
    return new One<>(component, keepsComponent, linking);
  }

  /**
   * The component.
   *
   * @param isKept whether it is the caller's, who closes it
   */
  private record One<I>(Component component, boolean isKept, Linking<I> linking)
      implements Compiled<I> {

    @Override
    public Ready<I> link(@Nullable Ready<I> serving) {
      return linking.link(component, serving);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // engines are told apart, and are what they are
    public boolean isOf(Engine engine) {
      return component.engine() == engine;
    }

    @Override
    public Compiled<I> compiledBy(Engine engine, @Nullable Ready<I> before) {
      return new One<>(component.compiledBy(engine), false, linking);
    }

    @Override
    public void close() {
      if (!isKept) {
        component.close();
      }
    }
  }
}
