package com.example.app;

import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.Store;

/** Has a component add two numbers. */
public final class Main {

  private static final String ADDER =
      """
      (component
        (core module $m
          (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))
        (core instance $m (instantiate $m))
        (func (export "add") (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $m "add"))))
      """;

  private Main() {}

  /** Prints the sum, and which module Switchblade is in. */
  public static void main(String[] arguments) {
    int a = Integer.parseInt(arguments[0]);
    int b = Integer.parseInt(arguments[1]);
    try (var engine = Engine.create();
        var component = engine.compileText(ADDER);
        var store = new Store(engine)) {
      Object sum = new Linker(engine).instantiate(store, component).func("add").call(a, b);
      System.out.println(sum + " by " + Engine.class.getModule());
    }
  }
}
