package dev.switchblade.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.codehaus.plexus.build.BuildContext;

/** The editor that Maven may run in, such as Eclipse with m2e: shows errors where they are. */
final class Editor {

  private final BuildContext context;
  private final boolean present;

  Editor(BuildContext context, MavenSession session) {
    this.context = context;
    // On the command line the failure says it all, and messages would say it again.
    this.present =
        context.isIncremental()
            || session.getUserProperties().containsKey("m2e.version")
            || session.getSystemProperties().containsKey("m2e.version");
  }

  /** Says that files in a folder have changed. */
  void refresh(Path folder) {
    context.refresh(folder.toFile());
  }

  /** Takes away what was shown in WIT. */
  void clear(Path wit) throws IOException {
    if (present) {
      context.removeMessages(wit.toFile());
      Inputs.files(wit).forEach(file -> context.removeMessages(file.toFile()));
    }
  }

  /** Shows the generator's message where it says, or at the WIT if it says nothing. */
  void show(String message, Path wit, Path base) {
    if (present) {
      WitError place = WitError.in(message).orElse(new WitError(wit.toString(), 1, 1));
      context.addMessage(
          base.resolve(place.file()).toFile(),
          place.line(),
          place.column(),
          message,
          BuildContext.SEVERITY_ERROR,
          null);
    }
  }
}
