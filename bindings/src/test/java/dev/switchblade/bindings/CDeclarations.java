package dev.switchblade.bindings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The functions, structs, function pointers and constants that a C text declares: as much C as
 * {@code switchblade.h}, Wasmtime's headers and the comments of jextract's output need. Parameter
 * names are dropped, since they may change without a difference to anyone.
 */
final class CDeclarations {

  /** A function or function pointer; types are C's words, separated by single spaces. */
  record Function(String result, List<String> parameters) {
    @Override
    public String toString() {
      return result + " (" + String.join(", ", parameters) + ")";
    }
  }

  record Field(String type, String name) {
    @Override
    public String toString() {
      return type + " " + name;
    }
  }

  final Map<String, Function> functions = new LinkedHashMap<>();
  final Map<String, Function> functionPointers = new LinkedHashMap<>();
  final Map<String, List<Field>> structs = new LinkedHashMap<>();
  final Map<String, Long> constants = new LinkedHashMap<>();

  private record Macro(List<String> parameters, List<String> body, boolean likeFunction) {}

  private static final Pattern TOKEN =
      Pattern.compile("##|<<|\\.\\.\\.|\"[^\"]*\"|[A-Za-z_]\\w*|\\d\\w*|[^\\s\\w]");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
  private static final Pattern CPLUSPLUS_ONLY =
      Pattern.compile("(?ms)^#\\s*ifdef\\s+__cplusplus.*?^#\\s*endif[^\n]*");
  private static final Pattern DEFINE =
      Pattern.compile("#\\s*define\\s+(\\w+)(\\(([^)]*)\\))?(.*)");

  /** Words that say nothing about a call. */
  private static final Set<String> IGNORED = Set.of("WASM_API_EXTERN", "own", "extern");

  private final Map<String, Macro> macros = new LinkedHashMap<>();

  private CDeclarations() {}

  static CDeclarations parse(String text) {
    var result = new CDeclarations();
    result.read(text);
    return result;
  }

  private void read(String text) {
    String plain = text.replace("\\\n", " ");
    plain = COMMENT.matcher(plain).replaceAll(" ");
    plain = CPLUSPLUS_ONLY.matcher(plain).replaceAll("");
    var code = new StringBuilder();
    for (String line : plain.lines().toList()) {
      var define = DEFINE.matcher(line.strip());
      if (define.matches()) {
        boolean likeFunction = define.group(2) != null;
        List<String> parameters =
            likeFunction ? List.of(define.group(3).strip().split("\\s*,\\s*", -1)) : List.of();
        macros.put(define.group(1), new Macro(parameters, tokens(define.group(4)), likeFunction));
      } else if (!line.strip().startsWith("#")) {
        code.append(line).append('\n');
      }
    }
    macros.forEach(
        (name, macro) -> {
          if (!macro.likeFunction()) {
            addConstant(name, macro.body());
          }
        });
    List<String> expanded = expand(tokens(code.toString()), new HashSet<>(IGNORED));
    expanded.removeIf(IGNORED::contains);
    statements(expanded).forEach(this::declare);
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(result -> result.group()).toList();
  }

  // ---- macros

  private List<String> expand(List<String> tokens, Set<String> hidden) {
    var out = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      String name = tokens.get(i);
      Macro macro = hidden.contains(name) ? null : macros.get(name);
      boolean called = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
      if (macro == null || (macro.likeFunction() && !called)) {
        out.add(name);
        continue;
      }
      List<String> body = macro.body();
      if (macro.likeFunction()) {
        var arguments = new ArrayList<List<String>>();
        i = arguments(tokens, i + 2, arguments);
        body = substitute(macro, arguments);
      }
      var inner = new HashSet<>(hidden);
      inner.add(name);
      out.addAll(expand(body, inner));
    }
    return out;
  }

  /** Reads the arguments that start at {@code i}; returns the index of the closing parenthesis. */
  private static int arguments(List<String> tokens, int i, List<List<String>> arguments) {
    var argument = new ArrayList<String>();
    int depth = 0;
    while (i < tokens.size() && (depth > 0 || !tokens.get(i).equals(")"))) {
      String token = tokens.get(i++);
      if (depth == 0 && token.equals(",")) {
        arguments.add(List.copyOf(argument));
        argument.clear();
        continue;
      }
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      argument.add(token);
    }
    arguments.add(List.copyOf(argument));
    return i;
  }

  private static List<String> substitute(Macro macro, List<List<String>> arguments) {
    var out = new ArrayList<String>();
    boolean paste = false;
    for (String token : macro.body()) {
      if (token.equals("##")) {
        paste = true;
        continue;
      }
      int parameter = macro.parameters().indexOf(token);
      List<String> replacement =
          parameter < 0
              ? List.of(token)
              : parameter < arguments.size() ? arguments.get(parameter) : List.<String>of();
      for (String each : replacement) {
        if (paste && !out.isEmpty()) {
          out.set(out.size() - 1, out.getLast() + each);
        } else {
          out.add(each);
        }
        paste = false;
      }
      paste = false;
    }
    return out;
  }

  // ---- declarations

  /** Splits at the semicolons outside of braces; drops the bodies of functions. */
  private static List<List<String>> statements(List<String> tokens) {
    var all = new ArrayList<List<String>>();
    var statement = new ArrayList<String>();
    int depth = 0;
    boolean body = false;
    for (String token : tokens) {
      if (token.equals("{") && depth++ == 0 && !statement.isEmpty()) {
        body = statement.getLast().equals(")");
      }
      statement.add(token);
      if (token.equals("}")) {
        depth--;
      }
      if (depth == 0 && (token.equals(";") || (body && token.equals("}")))) {
        if (!body) {
          statement.removeLast();
          all.add(List.copyOf(statement));
        }
        body = false;
        statement.clear();
      }
    }
    if (!statement.isEmpty()) {
      all.add(List.copyOf(statement));
    }
    return all;
  }

  private void declare(List<String> statement) {
    boolean typedef = !statement.isEmpty() && statement.getFirst().equals("typedef");
    List<String> rest = typedef ? statement.subList(1, statement.size()) : statement;
    int brace = rest.indexOf("{");
    int parenthesis = rest.indexOf("(");
    if (brace >= 0) {
      int end = rest.lastIndexOf("}");
      List<String> body = rest.subList(brace + 1, end);
      if (rest.getFirst().equals("enum")) {
        enumeration(body);
      } else if (rest.getFirst().equals("struct") && brace > 1) {
        structs.put(rest.get(1), fields(body));
      }
    } else if (typedef && parenthesis > 0 && rest.get(parenthesis + 1).equals("*")) {
      int second = parenthesis + 4;
      functionPointers.put(
          rest.get(parenthesis + 2), function(rest.subList(0, parenthesis), rest, second));
    } else if (!typedef && parenthesis > 1) {
      functions.put(
          rest.get(parenthesis - 1), function(rest.subList(0, parenthesis - 1), rest, parenthesis));
    }
  }

  private static Function function(List<String> result, List<String> tokens, int parenthesis) {
    var arguments = new ArrayList<List<String>>();
    arguments(tokens, parenthesis + 1, arguments);
    List<String> parameters = arguments.stream().map(CDeclarations::typeOf).toList();
    return new Function(
        String.join(" ", result),
        parameters.equals(List.of("void")) || parameters.equals(List.of(""))
            ? List.of()
            : parameters);
  }

  /** The type of a parameter, with or without a name. */
  private static String typeOf(List<String> parameter) {
    int last = parameter.size() - 1;
    boolean named =
        last > 0
            && Character.isJavaIdentifierStart(parameter.get(last).charAt(0))
            && !Set.of("struct", "enum", "const", "unsigned").contains(parameter.get(last - 1))
            && !Set.of("const", "int", "long", "char").contains(parameter.get(last));
    return String.join(" ", named ? parameter.subList(0, last) : parameter);
  }

  private static List<Field> fields(List<String> body) {
    var fields = new ArrayList<Field>();
    var field = new ArrayDeque<String>();
    for (String token : body) {
      if (token.equals(";")) {
        String name = field.removeLast();
        fields.add(new Field(String.join(" ", field), name));
        field.clear();
      } else {
        field.add(token);
      }
    }
    return List.copyOf(fields);
  }

  // ---- constants

  private void enumeration(List<String> body) {
    var items = new ArrayList<List<String>>();
    arguments(body, 0, items);
    long next = 0;
    for (List<String> item : items) {
      if (!item.isEmpty()) {
        long value = item.size() > 2 ? evaluate(item.subList(2, item.size())) : next;
        constants.put(item.getFirst(), value);
        next = value + 1;
      }
    }
  }

  private void addConstant(String name, List<String> body) {
    try {
      constants.put(name, evaluate(body));
    } catch (RuntimeException e) {
      // Not a number, so not a constant.
    }
  }

  private long evaluate(List<String> expression) {
    var tokens = new ArrayDeque<>(expression);
    long value = shift(tokens);
    if (!tokens.isEmpty()) {
      throw new IllegalArgumentException("not an expression: " + expression);
    }
    return value;
  }

  private long shift(Deque<String> tokens) {
    long value = operand(tokens);
    while (!tokens.isEmpty() && Set.of("<<", "|", "+").contains(tokens.peek())) {
      String operator = tokens.pop();
      long right = operand(tokens);
      value =
          switch (operator) {
            case "<<" -> value << right;
            case "|" -> value | right;
            default -> value + right;
          };
    }
    return value;
  }

  private long operand(Deque<String> tokens) {
    String token = tokens.pop();
    if (token.equals("-")) {
      return -operand(tokens);
    }
    if (Pattern.matches("U?INT(32|64)_C", token)) {
      return operand(tokens);
    }
    if (token.equals("(")) {
      long value = shift(tokens);
      tokens.pop();
      return value;
    }
    if (Character.isDigit(token.charAt(0))) {
      return Long.parseUnsignedLong(
          token.replaceAll("[uUlL]+$", "").replaceFirst("^0[xX]", ""),
          token.startsWith("0x") || token.startsWith("0X") ? 16 : 10);
    }
    Long known = constants.get(token);
    if (known == null) {
      throw new IllegalArgumentException("not a constant: " + token);
    }
    return known;
  }
}
