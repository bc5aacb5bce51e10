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

  private static final Pattern NUMBERED = Pattern.compile("\\d+[.)] +(.*)");

  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?)( +#+)?");

  /** A line below the text of a heading, or between paragraphs. */
  private static final Pattern RULE = Pattern.compile("(-{2,}|={2,}|\\*{3,}|_{3,})");

  private static final Pattern FENCE = Pattern.compile("(```|~~~)[^`]*");

  /** What isn't text, and ends with its line: a row of a table, a link's definition. */
  private static final Pattern WHOLE_LINE = Pattern.compile("\\||\\[[^\\]]+\\]: ");

  private final List<String> lines = new ArrayList<>();

  /** A paragraph or an item that may go on, without the tags around it. */
  private final StringBuilder text = new StringBuilder();

  private String before = "";
  private String after = "";
  private boolean inCode;

  /** The tag of the list that items belong to; empty outside of lists. */
  private String list = "";

  /** Whether the next text begins a paragraph. */
  private boolean blank;

  private Markdown() {}

  /** What {@code @code} would end at, or the comment, or the compiler stop at. */
  private static final List<String> UNFIT_FOR_TAG = List.of("{", "}", "*/", "\\u");

  /** An item's documentation. */
  static CodeBlock of(About about, String otherwise) {
    return CodeBlock.of("$L", isBlank(about.docs()) ? otherwise : toJavadoc(about.docs()));
  }

  /** As a sentence behind {@code @param}. */
  static String inline(@Nullable String docs) {
    return toJavadoc(docs).replace("\n", "\n    ");
  }

  private static boolean isBlank(@Nullable String docs) {
    return docs == null || docs.isBlank();
  }

  static String toJavadoc(@Nullable String markdown) {
    if (isBlank(markdown)) {
      return "";
    }
    var javadoc = new Markdown();
    for (String line : withoutStars(markdown).split("\r?\n", -1)) {
      javadoc.add(line);
    }
    javadoc.end();
    return String.join("\n", javadoc.lines);
  }

  private void add(String line) {
    String plain = line.strip();
    Matcher item = ITEM.matcher(plain);
    Matcher numbered = NUMBERED.matcher(plain);
    Matcher heading = HEADING.matcher(plain);
    if (FENCE.matcher(plain).matches()) {
      endText();
      inCode = !inCode;
      blank = false;
      lines.add(inCode ? "<pre>" : "</pre>");
    } else if (inCode) {
      lines.add(escape(line.stripTrailing()));
    } else if (RULE.matcher(plain).matches()) {
      endText();
      blank = true;
    } else if (item.matches()) {
      addItem("ul", item.group(1));
    } else if (numbered.matches()) {
      addItem("ol", numbered.group(1));
    } else if (heading.matches()) {
      endList();
      blank = true;
      addText("<b>", heading.group(1), "</b>");
      endText();
      blank = true;
    } else if (plain.isEmpty()) {
      endText();
      blank = true;
    } else {
      // A list goes on in lines that are indented.
      if (!list.isEmpty() && !line.startsWith(" ")) {
        endList();
        blank = true;
      }
      addText("", plain, "");
      if (WHOLE_LINE.matcher(plain).lookingAt()) {
        endText();
      } else if (line.endsWith("  ") || plain.endsWith("\\")) {
        breakLine();
      }
    }
  }

  private void addItem(String tag, String content) {
    endText();
    if (!list.equals(tag)) {
      endList();
      lines.add("<" + tag + ">");
      list = tag;
    }
    begin("<li>", content, "");
  }

  /** A line of a paragraph or of an item, whose lines are one text. */
  private void addText(String before, String line, String after) {
    if (blank && list.isEmpty() && !lines.isEmpty()) {
      endText();
      lines.add("");
      begin("<p>" + before, line, after);
    } else if (text.isEmpty() || WHOLE_LINE.matcher(line).lookingAt()) {
      endText();
      begin(before, line, after);
    } else {
      text.append(' ').append(line);
    }
  }

  private void begin(String before, String line, String after) {
    this.before = before;
    this.after = after;
    text.append(line);
    blank = false;
  }

  /** Ends the line, where Markdown says so. */
  private void breakLine() {
    if (text.charAt(text.length() - 1) == '\\') {
      text.setLength(text.length() - 1);
    }
    after = "<br>";
    endText();
  }

  private void endText() {
    if (!text.isEmpty()) {
      lines.add(before + spans(text.toString().strip()) + after);
      text.setLength(0);
    }
  }

  private void endList() {
    endText();
    if (!list.isEmpty()) {
      lines.add("</" + list + ">");
      list = "";
    }
  }

  private void end() {
    endText();
    if (inCode) {
      lines.add("</pre>");
    }
    endList();
  }

  /**
   * Without the stars of a block comment. Those of a list, which may be indented as they are, have
   * no line that is nothing but a star among them, and text in the line in front.
   */
  private static String withoutStars(String markdown) {
    List<String> rest = markdown.lines().skip(1).toList();
    boolean starred =
        rest.stream().allMatch(line -> line.isBlank() || STAR.matcher(line).lookingAt());
    boolean comment =
        markdown.lines().findFirst().orElse("").isBlank()
            || rest.stream().anyMatch(line -> line.strip().equals("*"));
    return (starred && comment ? STAR.matcher(markdown).replaceAll("") : markdown).strip();
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
