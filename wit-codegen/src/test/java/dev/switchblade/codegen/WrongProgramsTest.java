package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What WIT rules out, javac rules out: at the line, and in words that say what is wrong. A line
 * that javac has to find ends in a comment with a part of what it has to say.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class WrongProgramsTest {

  private static final String WIT =
      """
      package acme:shop@2.0.0;

      interface types {
        record item { sku: string, cents: u64, tags: list<string> }
        variant payment { cash, card(string), voucher(u32) }
        variant declined { limit(u64), unknown-card }
        enum size { small, large }
        flags wishes { gift, express }
        flags extras { bag, ribbon }
      }

      interface carts {
        use types.{item, payment, declined, size, wishes};

        resource receipt {
          text: func() -> string;
        }

        resource cart {
          constructor(owner: string);
          add: func(item: item, size: size);
          wish: func(wishes: wishes);
          total: func() -> u64;
          pay: func(payment: payment) -> result<receipt, declined>;

          @since(version = 1.0.0)
          @deprecated(version = 2.0.0)
          pay-cash: func() -> bool;
        }

        merge: func(one: borrow<cart>, other: cart) -> cart;
      }

      interface clock {
        now: func() -> u64;
      }

      interface log {
        use types.{item};

        resource file {
          constructor(name: string);
          write: func(line: string);
        }

        sold: func(item: item, file: borrow<file>);
        level: func() -> u8;
      }

      world shop {
        import clock;
        import log;
        export carts;
      }
      """;

  private SortedMap<String, String> generated = new TreeMap<>();
  private Path folder = Path.of("");
  private int compilations;

  @BeforeAll
  void generate(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Path file = Files.writeString(folder.resolve("shop.wit"), WIT);
    generated = Generator.generate(GeneratorOptions.builder(file).build()).files();
  }

  /**
   * Compiles a program beside the generated code, and checks what javac finds.
   *
   * @param members of its class
   */
  private void check(String members) throws IOException {
    String program =
        """
        import acme.shop.*;
        import acme.shop.carts.*;
        import acme.shop.clock.*;
        import acme.shop.log.*;
        import acme.shop.types.*;
        import dev.switchblade.*;
        import java.util.*;

        class Program {
        """
            + members.indent(2)
            + "}\n";
    SortedMap<String, String> files = new TreeMap<>(generated);
    files.put("Program.java", program);
    Path output = folder.resolve("classes" + compilations++);
    List<JavaSources.Finding> found = new ArrayList<>(JavaSources.compile(files, output));
    // That -Werror makes an error of a warning is told of the first file there is.
    found.removeIf(finding -> finding.line() < 0);
    List<String> lines = program.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int comment = lines.get(i).indexOf("// ");
      if (comment < 0) {
        continue;
      }
      String expected = lines.get(i).substring(comment + 3);
      long line = i + 1L;
      List<JavaSources.Finding> own =
          found.stream()
              .filter(one -> one.file().equals("Program.java") && one.line() == line)
              .toList();
      assertEquals(1, own.size(), () -> "line " + line + " of\n" + program + found);
      // As it reads on a terminal: javac leaves out packages there.
      String text =
          own.getFirst().text().replaceAll("\\b([a-z_]+\\.)+(?=[A-Z])", "").replaceAll("\\s+", " ");
      assertTrue(text.contains(expected), () -> text + "\nlacks: " + expected);
      found.removeAll(own);
    }
    assertEquals(List.of(), found, program);
  }

  @Test
  void whatIsRightIsFoundToBeRight() throws IOException {
    check(
        """
        long run(Component component, Log log) {
          try (var shop = Shop.instantiate(component, Shop.Imports.of(System::currentTimeMillis, log));
              Cart cart = shop.carts().newCart("ada")) {
            cart.add(new Item("A-1", 1299, List.of("book")), Size.LARGE);
            cart.wish(EnumSet.of(Wishes.GIFT));
            return switch (cart.pay(new Payment.Card("4242"))) {
              case Result.Ok(Receipt receipt) -> receipt.text().length();
              case Result.Err(Declined.Limit(long cents)) -> cents;
              case Result.Err(Declined.UnknownCard()) -> -1;
            };
          }
        }
        """);
  }

  @Test
  void anArgumentOfAnotherType() throws IOException {
    check(
        """
        void run(Cart cart) {
          cart.add("A-1", Size.SMALL); // String cannot be converted to Item
          cart.add(new Item("A-1", 12.99, List.of()), Size.SMALL); // possible lossy conversion from double to long
          cart.add(new Item("A-1", 1299, List.of(1)), Size.SMALL); // inference variable E has incompatible bounds
          cart.add(new Item("A-1", 1299), Size.SMALL); // actual and formal argument lists differ in length
        }
        """);
  }

  @Test
  void aResultThatIsTakenForSuccess() throws IOException {
    check(
        """
        void run(Cart cart) {
          Receipt receipt = cart.pay(new Payment.Cash()); // Result<Receipt,Declined> cannot be converted to Receipt
        }
        """);
  }

  @Test
  void anImportThatIsNotGiven() throws IOException {
    check(
        """
        void run(Component component) {
          Shop.instantiate(component); // no suitable method found for instantiate(Component)
          Shop.instantiate(component, System::currentTimeMillis); // Shop.Imports is not a functional interface
        }
        """);
  }

  @Test
  void anImportThatLacksAFunction() throws IOException {
    check(
        """
        static class Given implements Shop.Imports { // does not override abstract method log() in Shop.Imports
          @Override
          public Clock clock() {
            return System::currentTimeMillis;
          }
        }

        static class Written implements Log { // does not override abstract method level() in Log
          @Override
          public File newFile(String name) {
            return line -> {};
          }

          @Override
          public void sold(Item item, File file) {}
        }
        """);
  }

  @Test
  void anImportOfAnotherType() throws IOException {
    check(
        """
        Clock wrong = () -> "noon"; // String cannot be converted to long
        Clock right = () -> 12;
        """);
  }

  @Test
  void aCaseThatIsForgotten() throws IOException {
    check(
        """
        int number(Payment payment) {
          return switch (payment) { // the switch expression does not cover all possible input values
            case Payment.Cash() -> 0;
            case Payment.Voucher(int number) -> number;
          };
        }

        int size(Size size) {
          return switch (size) { // the switch expression does not cover all possible input values
            case SMALL -> 0;
          };
        }

        void pay(Cart cart) {
          switch (cart.pay(new Payment.Cash())) { // the switch statement does not cover all possible input values
            case Result.Ok(Receipt receipt) -> {}
            case Result.Err(Declined.Limit(long cents)) -> {}
          }
        }
        """);
  }

  @Test
  void aCaseThatIsNone() throws IOException {
    check(
        """
        Payment cheque = new Payment.Cheque("no. 1"); // cannot find symbol
        Payment declined = new Declined.UnknownCard(); // UnknownCard cannot be converted to Payment
        Size huge = Size.HUGE; // cannot find symbol
        """);
  }

  @Test
  void flagsOfAnotherType() throws IOException {
    check(
        """
        void run(Cart cart) {
          cart.wish(EnumSet.of(Extras.BAG)); // equality constraints: Wishes,Extras
          cart.wish(EnumSet.noneOf(Extras.class)); // incompatible types
        }
        """);
  }

  @Test
  void aHandleOfAnotherResource() throws IOException {
    check(
        """
        void run(Carts carts, Cart cart, Receipt receipt, File file) {
          carts.merge(cart, receipt); // Receipt cannot be converted to Cart
          carts.merge(file, cart); // File cannot be converted to Cart
          carts.merge(new Cart(), cart); // constructor Cart in class Cart cannot be applied to given types
        }
        """);
  }

  @Test
  void somethingDeprecated() throws IOException {
    check(
        """
        void run(Cart cart) {
          cart.payCash(); // payCash() in Cart has been deprecated
        }
        """);
  }

  @Test
  void somethingThatIsOnlyOpened() throws IOException {
    check(
        """
        void run(Component component, Shop.Imports imports) {
          try (var shop = Shop.instantiate(component, imports); // auto-closeable resource shop is never referenced
              var prepared = Shop.prepare(component, imports)) {
            prepared.hashCode();
          }
        }
        """);
  }
}
