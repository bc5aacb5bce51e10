package dev.switchblade.tests;

import java.util.ArrayList;
import java.util.List;

/**
 * Small components for compositions: each exports functions without parameters that return a {@code
 * u32}, made of what it imports.
 */
final class Plugs {

  private Plugs() {}

  /**
   * A component that exports an interface with one function, which returns a number.
   *
   * @param exported the interface
   * @param function the function's name in it
   */
  static String source(String exported, String function, int number) {
    return sum(List.of(), exported, function, number);
  }

  /**
   * An imported function.
   *
   * @param instance the interface
   * @param function the function's name in it
   */
  record Import(String instance, String function) {}

  /**
   * A component that exports an interface with one function, which returns a number and what
   * imported functions return, each times ten of the one before.
   */
  static String sum(List<Import> imports, String exported, String function, int number) {
    var text = new StringBuilder("(component\n");
    List<String> cores = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    var body = new StringBuilder("(i32.const " + number + ")");
    for (int i = 0; i < imports.size(); i++) {
      Import one = imports.get(i);
      text.append(
          """
          (import "%s" (instance $i%d (export "%s" (func (result u32)))))
          (core func $f%d (canon lower (func $i%d "%s")))
          """
              .formatted(one.instance(), i, one.function(), i, i, one.function()));
      cores.add("(import \"h\" \"f%d\" (func $f%d (result i32)))".formatted(i, i));
      arguments.add("(export \"f%d\" (func $f%d))".formatted(i, i));
      body.insert(0, "(i32.add (i32.mul (i32.const 10) ").append(") (call $f" + i + "))");
    }
    return text.append(
            """
            (core module $m
              %s
              (func $%s (export "f") (result i32) %s))
            (core instance $h %s)
            (core instance $m (instantiate $m (with "h" (instance $h))))
            (func $lifted (result u32) (canon lift (core func $m "f")))
            (instance $exported (export "%s" (func $lifted)))
            (export "%s" (instance $exported)))
            """
                .formatted(
                    String.join("\n", cores),
                    function,
                    body,
                    String.join(" ", arguments),
                    function,
                    exported))
        .toString();
  }
}
