package dev.switchblade.internal.describe;

import dev.switchblade.LinkException;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a component, in several ways at once. */
public final class LinkComplaints {

  private LinkComplaints() {}

  /**
   * One complaint that says what several do, in their order.
   *
   * @param complaints one at least; a single one is returned as it is
   */
  public static LinkException all(List<LinkException> complaints) {
    if (complaints.size() == 1) {
      return complaints.getFirst();
    }
    return new LinkException(
        complaints.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")),
        complaints.stream().flatMap(complaint -> complaint.problems().stream()).toList());
  }
}
