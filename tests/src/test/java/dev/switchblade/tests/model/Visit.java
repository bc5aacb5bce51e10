package dev.switchblade.tests.model;

import java.lang.foreign.MemorySegment;

/** A list that was seen in guest memory, and is kept beyond that. */
final class Visit {

  private final MemorySegment elements;
  private final Actor visitor;
  private volatile boolean over;

  Visit(MemorySegment elements, Actor visitor) {
    this.elements = elements;
    this.visitor = visitor;
  }

  MemorySegment elements() {
    return elements;
  }

  Actor visitor() {
    return visitor;
  }

  boolean isOver() {
    return over;
  }

  void end() {
    over = true;
  }
}
