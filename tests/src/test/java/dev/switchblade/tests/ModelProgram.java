package dev.switchblade.tests;

import dev.switchblade.tests.model.Runner;

/** Holds random sequences of method calls against a model, in a JVM that they may end. */
final class ModelProgram {

  private ModelProgram() {}

  /**
   * Performs sequences. With {@code -Dmodel.judging=false} nothing is asked of them but that the
   * JVM lives.
   *
   * @param arguments the first seed, and how many follow; or one sequence, as it was printed
   */
  public static void main(String[] arguments) throws Exception {
    boolean judging = !"false".equals(System.getProperty("model.judging"));
    var runner = new Runner(HealthyJvm::assertCallsWork, judging);
    boolean holds =
        arguments.length == 1
            ? runner.run(arguments[0])
            : runner.run(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    System.exit(holds ? 0 : 1);
  }
}
