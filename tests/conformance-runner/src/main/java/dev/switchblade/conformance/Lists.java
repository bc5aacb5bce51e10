package dev.switchblade.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchblade.WasmFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the repository says of scripts beside the scripts: {@code lists.json}, which has the
 * features of scripts that name none, and what can't pass, each with its evidence.
 */
final class Lists {

  /** Features for the scripts whose path matches. */
  private record FeaturesOf(PathMatcher path, Features features) {}

  /**
   * A failure that is known. By what it is about and by what there was instead, not by its line:
   * the scripts are other people's, and change.
   *
   * @param subject as in {@link Outcome}; null for any
   * @param failure what the failure says; other failures of the same directive are none of these
   */
  private record Known(PathMatcher path, @Nullable String subject, String failure, String reason) {
    boolean is(Path script, Outcome outcome) {
      return path.matches(script)
          && (subject == null || subject.equals(outcome.subject()))
          && outcome.got() != null
          && outcome.got().contains(failure);
    }
  }

  private final List<FeaturesOf> features = new ArrayList<>();
  private final List<Known> skips = new ArrayList<>();

  private Lists() {}

  /** Reads the lists. */
  static Lists read() {
    try (InputStream stream = Lists.class.getResourceAsStream("lists.json")) {
      JsonNode root =
          new ObjectMapper().readTree(Objects.requireNonNull(stream, "lists.json is not packaged"));
      var lists = new Lists();
      lists.addFeatures("", root);
      for (JsonNode entry : root.path("skips")) {
        String reason =
            entry.path("reason").asText() + " (" + entry.path("evidence").asText() + ")";
        String subject = entry.has("subject") ? entry.path("subject").asText() : null;
        lists.skips.add(
            new Known(
                matcher(entry.path("path").asText()),
                subject,
                entry.path("failure").asText(),
                reason));
      }
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException("lists.json can't be read", e);
    } catch (MismatchException e) {
      throw new IllegalStateException("lists.json: " + e.getMessage(), e);
    }
  }

  private void addFeatures(String folder, JsonNode root) throws MismatchException {
    for (JsonNode entry : root.path("features")) {
      Set<WasmFeature> named = EnumSet.noneOf(WasmFeature.class);
      for (JsonNode name : entry.path("features")) {
        named.add(Features.feature(name.asText()));
      }
      features.add(
          new FeaturesOf(matcher(folder + entry.path("path").asText()), Features.of(named, false)));
    }
  }

  /**
   * The features that a folder of scripts has for those which name none: {@code conformance.json}
   * in it or the nearest folder around it, in the form of {@code lists.json}, with paths that start
   * at the file's folder.
   *
   * @return the features, or null if there is no such file, or nothing in it for this script
   */
  private static @Nullable Features near(Path script) throws IOException, MismatchException {
    for (Path folder = script.getParent(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("conformance.json");
      if (Files.isRegularFile(file)) {
        var lists = new Lists();
        String prefix = folder.toString().replace('\\', '/').replaceAll("[\\[\\]{}*?]", "?");
        lists.addFeatures(prefix + "/", new ObjectMapper().readTree(file.toFile()));
        for (FeaturesOf entry : lists.features) {
          if (entry.path().matches(script)) {
            return entry.features();
          }
        }
        return null;
      }
    }
    return null;
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  /**
   * The features of a script that names none: those of the first entry that matches its path, in
   * the {@code conformance.json} next to it or in this list.
   *
   * @param script an absolute path
   */
  Features features(Path script) throws IOException, MismatchException {
    Features near = near(script);
    if (near != null) {
      return near;
    }
    for (FeaturesOf entry : features) {
      if (entry.path().matches(script)) {
        return entry.features();
      }
    }
    throw new IllegalStateException("lists.json has no features for " + script);
  }

  /** Why a directive is known to fail in this way; null if it isn't. */
  @Nullable String reason(Path script, Outcome outcome) {
    for (Known entry : skips) {
      if (entry.is(script, outcome)) {
        return entry.reason();
      }
    }
    return null;
  }
}
