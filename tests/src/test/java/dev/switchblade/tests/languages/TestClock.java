package dev.switchblade.tests.languages;

import acme.shop.clock.Clock;

/** A clock that moves on by one when it is asked, so that what it said shows how often it was. */
final class TestClock implements Clock {

  private long next;

  TestClock(long first) {
    next = first;
  }

  @Override
  public long now() {
    return next++;
  }

  /** What it says next. */
  long next() {
    return next;
  }
}
