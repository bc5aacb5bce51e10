package dev.switchblade.app.deploy;

import dev.switchblade.LinkException;
import java.util.List;

/** Several reasons not to link, as one. */
final class LinkComplaints {

  private LinkComplaints() {}

  /** One exception of one or more. */
  static LinkException all(List<LinkException> complaints) {
    if (complaints.size() == 1) {
      return complaints.getFirst();
    }
    var all =
        new LinkException(
            String.join("\n", complaints.stream().map(Throwable::getMessage).toList()),
            complaints.stream().flatMap(complaint -> complaint.problems().stream()).toList());
    complaints.forEach(all::addSuppressed);
    return all;
  }
}
