package com.acme;

import java.time.Instant;

/** {@code acme:time/types.instant} as {@link Instant}. */
public final class Instants {

  private Instants() {}

  public static Instant toJava(acme.time.types.Instant instant) {
    return Instant.ofEpochSecond(instant.seconds(), instant.nanoseconds());
  }

  public static acme.time.types.Instant toWit(Instant instant) {
    return new acme.time.types.Instant(instant.getEpochSecond(), instant.getNano());
  }
}
