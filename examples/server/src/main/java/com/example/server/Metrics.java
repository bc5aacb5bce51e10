package com.example.server;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts answers, and refusals by their reason, in the text format of Prometheus. Thread-safe. */
final class Metrics {

  private final LongAdder answers = new LongAdder();
  private final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();

  void answered() {
    answers.increment();
  }

  void refused(String reason) {
    refusals.computeIfAbsent(reason, _ -> new LongAdder()).increment();
  }

  @Override
  public String toString() {
    var text = new StringBuilder("answers_total ").append(answers).append('\n');
    refusals.forEach(
        (reason, count) ->
            text.append("refusals_total{reason=\"%s\"} %s\n".formatted(reason, count)));
    return text.toString();
  }
}
