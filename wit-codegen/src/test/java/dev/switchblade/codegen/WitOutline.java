package dev.switchblade.codegen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a WIT text has at its outermost: the native library resolves a world that is named, and
 * tells no names. This reads no more than it must; where it errs, the library says so.
 *
 * @param worlds such as {@code %acme:%shop/%storefront@1.0.0}
 * @param interfaces likewise
 */
record WitOutline(List<String> worlds, List<String> interfaces) {

  private static final Pattern TOKEN =
      Pattern.compile(
          "package\\s+(?<package>[^\\s;{]+)\\s*(?<end>[;{])"
              + "|\\b(?<kind>world|interface)\\s+%?(?<name>[A-Za-z][A-Za-z0-9-]*)\\s*\\{"
              + "|(?<brace>[{}])");

  /** Reads the files of one package. */
  static WitOutline of(List<String> texts) {
    String main = "";
    List<String> worlds = new ArrayList<>();
    List<String> interfaces = new ArrayList<>();
    for (String text : texts) {
      Matcher found = TOKEN.matcher(withoutComments(text));
      if (found.find() && ";".equals(found.group("end"))) {
        main = found.group("package");
      }
    }
    for (String text : texts) {
      Deque<String> packages = new ArrayDeque<>(List.of(main));
      // How many braces are open, beyond that of a package.
      int depth = 0;
      Matcher token = TOKEN.matcher(withoutComments(text));
      while (token.find()) {
        if (token.group("package") != null) {
          if (token.group("end").equals("{")) {
            packages.push(token.group("package"));
          }
        } else if (token.group("kind") != null) {
          if (depth == 0) {
            List<String> of = token.group("kind").equals("world") ? worlds : interfaces;
            of.add(qualified(packages.peek(), token.group("name")));
          }
          depth++;
        } else if (token.group("brace").equals("{")) {
          depth++;
        } else if (depth > 0) {
          depth--;
        } else if (packages.size() > 1) {
          packages.pop();
        }
      }
    }
    return new WitOutline(List.copyOf(worlds), List.copyOf(interfaces));
  }

  private static String qualified(String of, String name) {
    String[] parts = of.replace("%", "").split("@", 2);
    // Any part of a name may be a word of WIT's own, which the percent sign makes a name.
    String escaped = parts[0].replaceAll("(^|:)(?=.)", "$1%") + "/%" + name;
    return escaped + (parts.length > 1 ? "@" + parts[1] : "");
  }

  private static String withoutComments(String text) {
    return text.replaceAll("//[^\\n]*", "").replaceAll("(?s)/\\*.*?\\*/", "");
  }
}
