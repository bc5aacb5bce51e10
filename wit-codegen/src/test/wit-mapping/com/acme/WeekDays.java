package com.acme;

import acme.time.types.Days;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** {@code acme:time/types.days} as the one day that it is, if it is one. */
public final class WeekDays {

  private WeekDays() {}

  /** A day, or none. */
  public record Day(Optional<DayOfWeek> day) {}

  public static Day toJava(Set<Days> days) {
    return new Day(days.stream().findFirst().map(day -> DayOfWeek.valueOf(day.name())));
  }

  public static Set<Days> toWit(Day day) {
    return day.day()
        .map(one -> EnumSet.of(Days.valueOf(one.name())))
        .orElseGet(() -> EnumSet.noneOf(Days.class));
  }
}
