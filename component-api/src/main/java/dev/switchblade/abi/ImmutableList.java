package dev.switchblade.abi;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list that nobody can change, and that {@link Immutable} knows: unlike one of {@link
 * List#copyOf}, it is made of an array without copying it.
 */
final class ImmutableList<T extends @Nullable Object> extends AbstractList<T>
    implements RandomAccess {

  private final List<T> elements;

  /**
   * Makes one.
   *
   * @param elements an array that nobody else keeps
   */
  ImmutableList(T[] elements) {
    this.elements = Arrays.asList(elements);
  }

  @Override
  public T get(int index) {
    return elements.get(index);
  }

  @Override
  public int size() {
    return elements.size();
  }

  /** That of arrays, which neither removes nor looks for changes. */
  @Override
  public Iterator<T> iterator() {
    return elements.iterator();
  }
}
