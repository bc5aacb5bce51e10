package dev.switchblade.codegen.java;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renames variables that hide a package. Where Java may have an expression, {@code at.acme.Shop.of}
 * begins with the variable {@code at} if there is one, whatever packages there are (JLS 6.4.2).
 *
 * <p>It works on the text of a file, since only JavaPoet knows which classes it names in full.
 */
final class Obscuring {

  private static final String IDENTIFIER =
      "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";

  /**
   * Names, each with what dots add to it, and what is no name of a variable, whatever it looks
   * like. The components of a local record are left alone: they are accessors too, and no code sees
   * them as variables.
   */
  private static final Pattern TOKENS =
      Pattern.compile(
          "(?<comment>/\\*.*?\\*/)"
              // Possessive: what goes back takes a frame of the stack for each character.
              + "|\"(?:[^\"\\\\]|\\\\.)*+\""
              + "|^(?:package|import) [^;]*;"
              + "|\\bvar (?=%1$s)|\\brecord %1$s\\([^{]*".formatted(IDENTIFIER)
              + "|(?<before>\\.|::)?(?<name>%1$s(?:\\.%1$s)*)(?<call>\\()?".formatted(IDENTIFIER),
          Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern PARAMETERS = Pattern.compile("(?<=@param )" + IDENTIFIER);

  /** Of packages, which begin with a small letter, and a class, which doesn't. */
  private static final Pattern FULL_NAME = Pattern.compile("\\p{Ll}.*\\.\\p{Lu}.*");

  private final Set<String> variables = new HashSet<>();
  private final Set<String> packages = new HashSet<>();

  private Obscuring() {}

  /** A file without such variables. */
  static String removed(String source) {
    return new Obscuring().remove(source);
  }

  private String remove(String source) {
    TOKENS.matcher(source).results().forEach(this::note);
    Map<String, String> names = new HashMap<>();
    for (String name : packages) {
      if (variables.contains(name)) {
        names.put(name, free(name));
      }
    }
    return names.isEmpty()
        ? source
        : replaceAll(
            TOKENS.matcher(source),
            token -> renamed(token, name -> names.getOrDefault(name, name)));
  }

  private void note(MatchResult token) {
    if (isFullName(token)) {
      packages.add(token.group("name").split("\\.", 2)[0]);
    } else {
      renamed(
          token,
          name -> {
            variables.add(name);
            return name;
          });
    }
  }

  private String free(String name) {
    String found = name + "_";
    while (variables.contains(found) || packages.contains(found)) {
      found += "_";
    }
    return found;
  }

  private static boolean isFullName(MatchResult token) {
    String name = token.group("name");
    return name != null && token.group("before") == null && FULL_NAME.matcher(name).matches();
  }

  /** A token with another name for the variable in it, if it has one. */
  private static String renamed(MatchResult token, UnaryOperator<String> rename) {
    String comment = token.group("comment");
    if (comment != null) {
      return replaceAll(PARAMETERS.matcher(comment), one -> rename.apply(one.group()));
    }
    String name = token.group("name");
    if (name == null || token.group("before") != null || isFullName(token)) {
      return token.group();
    }
    int start = name.startsWith("this.") ? "this.".length() : 0;
    int end = name.indexOf('.', start);
    if (end < 0) {
      if (token.group("call") != null) {
        return token.group();
      }
      end = name.length();
    }
    return name.substring(0, start)
        + rename.apply(name.substring(start, end))
        + token.group().substring(end);
  }

  private static String replaceAll(Matcher matcher, Function<MatchResult, String> replacement) {
    return matcher.replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
  }
}
