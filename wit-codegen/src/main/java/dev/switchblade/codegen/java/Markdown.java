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

  /** A run of backticks, code, and a run of as many. */
  private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");

  /** What a block comment leaves in front of its lines. */
  private static final Pattern STAR = Pattern.compile("(?m)^[ \t]+\\*[ \t]?");

  private static final Pattern ITEM = Pattern.compile("[-*+] +(.*)");

  /** What begins something that isn't text: a heading, a row of a table, a quotation, a number. */
  private static final Pattern OWN_LINE = Pattern.compile("#{1,6} |\\||> |\\d+[.)] ");

  private final List<String> lines = new ArrayList<>();

  /** A paragraph or an item that may go on, without the tag in front of it. */
  private final StringBuilder text = new StringBuilder();

  private String tag = "";
  private boolean inCode;
  private boolean inList;

  /** Whether the next text begins a paragraph. */
  private boolean blank;

  private Markdown() {}

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
    if (isBlank(markdown)) {
      return "";
    }
    var javadoc = new Markdown();
    for (String line : withoutStars(markdown).split("\n", -1)) {
      javadoc.add(line.stripTrailing());
    }
    javadoc.end();
    return String.join("\n", javadoc.lines);
  }

  private void add(String line) {
    Matcher item = ITEM.matcher(line.strip());
    if (line.stripLeading().startsWith("```")) {
      endText();
      inCode = !inCode;
      blank = false;
      lines.add(inCode ? "<pre>" : "</pre>");
    } else if (inCode) {
      lines.add(escape(line));
    } else if (item.matches()) {
      endText();
      if (!inList) {
        lines.add("<ul>");
        inList = true;
      }
      begin("<li>", item.group(1));
    } else if (line.isBlank()) {
      endText();
      blank = true;
    } else {
      // A list goes on in lines that are indented.
      if (inList && !line.startsWith(" ")) {
        endList();
        blank = true;
      }
      addText(line.strip());
    }
  }

  /** A line of a paragraph or of an item, whose lines are one text unless Markdown says other. */
  private void addText(String line) {
    if (blank && !inList && !lines.isEmpty()) {
      lines.add("");
      begin("<p>", line);
    } else if (text.isEmpty() || OWN_LINE.matcher(line).lookingAt() || isOneLine(text)) {
      endText();
      begin("", line);
    } else {
      text.append(' ').append(line);
    }
  }

  private void begin(String tag, String line) {
    this.tag = tag;
    text.append(line);
    blank = false;
  }

  /** Says whether a text is over at the end of its line: a heading, or a row of a table. */
  private static boolean isOneLine(CharSequence text) {
    return OWN_LINE.matcher(text).lookingAt() && (text.charAt(0) == '#' || text.charAt(0) == '|');
  }

  private void endText() {
    if (!text.isEmpty()) {
      lines.add(tag + spans(text.toString()));
      text.setLength(0);
    }
  }

  private void endList() {
    endText();
    lines.add("</ul>");
    inList = false;
  }

  private void end() {
    endText();
    if (inCode) {
      lines.add("</pre>");
    }
    if (inList) {
      lines.add("</ul>");
    }
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
