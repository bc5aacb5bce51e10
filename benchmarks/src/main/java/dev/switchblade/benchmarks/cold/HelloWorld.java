package dev.switchblade.benchmarks.cold;

/** What a JVM takes to start. */
public final class HelloWorld {

  private HelloWorld() {}

  /** Prints 42. */
  public static void main(String[] arguments) {
    System.out.println(42);
  }
}
