import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks or fixes the format of every Java file under the current folder with google-java-format.
///
/// A program of ours, run with the JDK 25 that compiles the code, since google-java-format (and
/// Spotless around it) parses with the compiler of the JVM it runs in: in a Maven on Java 17 it
/// stops at `_`.
class FormatJava {
  /// What nobody writes by hand.
  private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "generated", "goldens");

  public static void main(String[] arguments) throws IOException {
    boolean fix = List.of(arguments).equals(List.of("fix"));
    var formatter = new Formatter();
    var wrong = new ArrayList<String>();
    var unparsable = new ArrayList<String>();
    for (Path file : javaFiles()) {
      String source = Files.readString(file);
      try {
        String formatted = formatter.formatSourceAndFixImports(source);
        if (formatted.equals(source)) {
          continue;
        }
        wrong.add(file + ":" + firstDifference(source, formatted));
        if (fix) {
          Files.writeString(file, formatted);
        }
      } catch (FormatterException e) {
        unparsable.add(file + ": " + e.getMessage());
      }
    }
    unparsable.forEach(System.err::println);
    wrong.forEach(fix ? file -> System.out.println("formatted " + file) : System.err::println);
    if (!fix && !wrong.isEmpty()) {
      System.err.println(
          "These files are not formatted, from the line shown on. To format them: ./mvnw -N"
              + " -Pformat validate");
    }
    if (!unparsable.isEmpty() || !fix && !wrong.isEmpty()) {
      System.exit(1);
    }
  }

  private static List<Path> javaFiles() throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        Path.of(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean skipped =
                SKIPPED_FOLDERS.contains(name) || name.startsWith(".") && !name.equals(".mvn");
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }

  private static int firstDifference(String source, String formatted) {
    List<String> before = source.lines().toList();
    List<String> after = formatted.lines().toList();
    int line = 0;
    while (line < before.size()
        && line < after.size()
        && before.get(line).equals(after.get(line))) {
      line++;
    }
    return line + 1;
  }
}
