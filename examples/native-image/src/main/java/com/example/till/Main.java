package com.example.till;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchblade.Engine;
import dev.switchblade.TrapException;
import example.till.Item;
import example.till.Till;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Rings up an item in a component, and lets it fail: as a native executable, or on the JVM. */
public final class Main {

  private Main() {}

  /** What the component may call. */
  private static final class Host implements Till.Imports {
    @Override
    public int discount(Item item) {
      return item.count() >= 3 ? item.cents() : 0;
    }

    @Override
    public void log(String line) {
      System.out.println("guest: " + line);
    }
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    try (var engine = Engine.create();
        var component = engine.compileText(text());
        var till = Till.instantiate(component, new Host())) {
      System.out.println("total: " + till.total(new Item("book", 1299, 3)));
      System.out.println("share: " + till.share(2598, 2));
      try {
        till.share(2598, 0);
      } catch (TrapException e) {
        System.out.println("trap: " + e.code());
      }
    }
    System.out.println("runs on " + System.getProperty("java.vm.name"));
  }

  private static String text() throws IOException {
    try (var in = Main.class.getResourceAsStream("till.wat")) {
      if (in == null) {
        throw new FileNotFoundException("till.wat is not among the program's resources");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
