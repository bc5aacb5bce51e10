package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.util.List;
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
  public Compiled<I> compile(Engine engine, List<Ready<I>> living) {
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
      return Objects.requireNonNull(
          linking.link(component, serving), "the function that links has linked nothing");
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // engines are told apart, and are what they are
    public boolean isOf(Engine engine) {
      return component.engine() == engine;
    }

    @Override
    public Compiled<I> recompile(Engine engine, List<Ready<I>> living) {
      return new One<>(component.recompile(engine), false, linking);
    }

    @Override
    public void close() {
      if (!isKept) {
        component.close();
      }
    }
  }
}
