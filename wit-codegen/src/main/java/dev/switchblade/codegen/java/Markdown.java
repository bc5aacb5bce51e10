package dev.switchblade.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.switchblade.codegen.wit.About;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** WIT's documentation, which is Markdown, as Javadoc. */
final class Markdown {

  private Markdown() {}

  /** A run of backticks, code, and a run of as many. */
  private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");

  /** What a block comment leaves in front of its lines. */
  private static final Pattern STAR = Pattern.compile("(?m)^[ \t]+\\*[ \t]?");

  private static final Pattern ITEM = Pattern.compile("[-*+] +(.*)");

  /** What {@code @code} would end at, or the comment, or the compiler stop at. */
  private static final List<String> UNFIT_FOR_TAG = List.of("{", "}", "*/", "\\u");

  /** An item's documentation, with its deprecation. */
  static CodeBlock of(About about, String otherwise) {
    String text = isBlank(about.docs()) ? otherwise : toJavadoc(about.docs());
    return CodeBlock.of(
        "$L",
        about.deprecated() == null
            ? text
            : text + "\n\n@deprecated since version " + about.deprecated());
  }

  /** As a sentence behind {@code @param}. */
  static String inline(@Nullable String docs, String otherwise) {
    return isBlank(docs) ? otherwise : toJavadoc(docs).replace("\n", "\n    ");
  }

  private static boolean isBlank(@Nullable String docs) {
    return docs == null || docs.isBlank();
  }

  static String toJavadoc(@Nullable String markdown) {
    if (markdown == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    boolean fenced = false;
    boolean blank = false;
    boolean list = false;
    for (String line : withoutStars(markdown).split("\n", -1)) {
      String text = line.stripTrailing();
      Matcher item = ITEM.matcher(text.strip());
      boolean ofList = !fenced && item.matches();
      // A list goes on in lines that are indented.
      if (list && !ofList && !text.isBlank() && !text.startsWith(" ")) {
        lines.add("</ul>");
        list = false;
        blank = true;
      }
      if (ofList) {
        if (!list) {
          lines.add("<ul>");
          list = true;
        }
        lines.add("<li>" + spans(item.group(1)));
        blank = false;
      } else if (text.stripLeading().startsWith("```")) {
        fenced = !fenced;
        lines.add(fenced ? "<pre>" : "</pre>");
        blank = false;
      } else if (fenced) {
        lines.add(escape(text));
      } else if (text.isBlank()) {
        blank = true;
      } else {
        if (blank && !lines.isEmpty() && !list) {
          lines.add("");
          lines.add("<p>" + spans(text.strip()));
        } else {
          lines.add(spans(text.strip()));
        }
        blank = false;
      }
    }
    if (fenced) {
      lines.add("</pre>");
    }
    if (list) {
      lines.add("</ul>");
    }
    return String.join("\n", lines);
  }

  /** Without the stars of a block comment, which, other than those of a list, stand in. */
  private static String withoutStars(String markdown) {
    boolean starred =
        markdown.lines().skip(1).allMatch(line -> line.isBlank() || STAR.matcher(line).lookingAt());
    return (starred ? STAR.matcher(markdown).replaceAll("") : markdown).strip();
  }

  /** A line whose code spans are Javadoc's. */
  private static String spans(String line) {
    Matcher matcher = CODE.matcher(line);
    var text = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      text.append(escape(line.substring(end, matcher.start())));
      String code = matcher.group(2).strip();
      boolean plain = UNFIT_FOR_TAG.stream().noneMatch(code::contains);
      text.append(plain ? "{@code " + code + "}" : "<code>" + escape(code) + "</code>");
      end = matcher.end();
    }
    return text.append(escape(line.substring(end))).toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("}", "&#125;")
        .replace("\\u", "&#92;u")
        .replace("*/", "*&#47;");
  }
}
