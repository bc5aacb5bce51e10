package dev.switchblade.codegen.java;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out what JavaPoet leaves: comments that fit on a line, empty bodies, and lines that are too
 * long.
 */
final class Layout {

  private static final int WIDTH = 100;

  private final List<String> lines = new ArrayList<>();

  private Layout() {}

  static String of(String source) {
    var layout = new Layout();
    List<String> given = source.lines().toList();
    int i = 0;
    while (i < given.size()) {
      i = layout.add(given, i);
    }
    return String.join("\n", layout.lines) + "\n";
  }

  /** Takes a line, or the few that belong together; returns what comes next. */
  private int add(List<String> given, int i) {
    String line = given.get(i).stripTrailing();
    String text = line.strip();
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    if (text.equals("/**")) {
      return comment(given, i, indent);
    }
    String next = i + 1 < given.size() ? given.get(i + 1).strip() : "";
    int taken = 1;
    if (text.endsWith("{") && next.equals("}")) {
      line += "}";
      text += "}";
      taken = 2;
    }
    // Fields of one kind stand together, if nothing is said of each.
    boolean gap = text.isEmpty() && !lines.isEmpty() && isPlainField(lines.getLast());
    if (gap && isPlainField(next)) {
      return i + 1;
    }
    if (line.length() > WIDTH && !text.startsWith("import ")) {
      wrap(indent, text);
    } else {
      lines.add(line);
    }
    return i + taken;
  }

  private static boolean isPlainField(String line) {
    return line.strip().startsWith("private final ") && line.endsWith(";");
  }

  private int comment(List<String> given, int start, String indent) {
    List<String> texts = new ArrayList<>();
    int i = start + 1;
    while (!given.get(i).strip().equals("*/")) {
      texts.add(given.get(i).strip().replaceFirst("^\\* ?", ""));
      i++;
    }
    String first = texts.size() == 1 ? indent + "/** " + texts.getFirst() + " */" : "";
    if (!first.isEmpty() && first.length() <= WIDTH) {
      lines.add(first);
      return i + 1;
    }
    lines.add(indent + "/**");
    boolean verbatim = false;
    for (String text : texts) {
      verbatim |= text.contains("<pre>");
      String prefix = indent + " *" + (text.isEmpty() ? "" : " ");
      if (verbatim || prefix.length() + text.length() <= WIDTH) {
        lines.add(prefix + text);
      } else {
        words(prefix, text);
      }
      verbatim &= !text.contains("</pre>");
    }
    lines.add(indent + " */");
    return i + 1;
  }

  /** A line of a comment, broken between words; those of a tag stand in, as do lines behind it. */
  private void words(String prefix, String text) {
    String first = prefix + text.substring(0, text.length() - text.stripLeading().length());
    String more = text.startsWith("@") ? prefix + "    " : first;
    var line = new StringBuilder(first);
    boolean empty = true;
    for (String word : wordsOf(text)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(more);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
  }

  /** What blanks separate, where they are not in an inline tag. */
  private static List<String> wordsOf(String text) {
    List<String> words = new ArrayList<>();
    boolean inTag = false;
    for (String word : text.strip().split(" +", -1)) {
      if (inTag) {
        words.add(words.removeLast() + " " + word);
      } else {
        words.add(word);
      }
      String last = words.getLast();
      inTag = last.lastIndexOf("{@") > last.lastIndexOf('}');
    }
    return words;
  }

  /** Breaks a line at its outermost parentheses, and their content at its commas. */
  private void wrap(String indent, String text) {
    int open = outermost(text);
    int close = open < 0 ? -1 : closing(text, open);
    if (close < 0) {
      lines.add(indent + text);
      return;
    }
    String inner = indent + "    ";
    String content = text.substring(open + 1, close);
    String tail = text.substring(close);
    lines.add(indent + text.substring(0, open + 1));
    if (inner.length() + content.length() + tail.length() <= WIDTH) {
      lines.add(inner + content + tail);
      return;
    }
    List<String> parts = parts(content);
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i) + (i < parts.size() - 1 ? "," : tail);
      if (inner.length() + part.length() > WIDTH) {
        wrap(inner, part);
      } else {
        lines.add(inner + part);
      }
    }
  }

  /** The first parenthesis with something in it that reaches to the end, or is the largest. */
  private static int outermost(String text) {
    int best = -1;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        i = endOfString(text, i);
      } else if (c == '(') {
        int close = closing(text, i);
        if (close - i > length) {
          best = i;
          length = close - i;
        }
        if (close > i) {
          i = close;
        }
      }
    }
    return length > 1 ? best : -1;
  }

  private static int endOfString(String text, int start) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  /** The parenthesis that closes one, or -1. */
  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        i = endOfString(text, i);
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** What commas separate, outside of parentheses and type arguments. */
  private static List<String> parts(String content) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '"') {
        i = endOfString(content, i);
      } else if (c == '(' || c == '<' || c == '{') {
        depth++;
      } else if (c == ')' || c == '}' || (c == '>' && content.charAt(i - 1) != '-')) {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(content.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(content.substring(start).strip());
    return parts;
  }
}
