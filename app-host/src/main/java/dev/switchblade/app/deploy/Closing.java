package dev.switchblade.app.deploy;

/** Closes instances, whose class says of exceptions what {@link AutoCloseable} says. */
final class Closing {

  private static final System.Logger LOG = System.getLogger(Deployment.class.getName());

  private Closing() {}

  static void close(AutoCloseable instance) {
    try {
      instance.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("closing an instance was interrupted", e);
    } catch (Exception e) {
      throw new IllegalStateException("an instance can't be closed", e);
    }
  }

  /** Where what happens to the instance is nobody's concern any more. */
  static void closeAnyway(AutoCloseable instance) {
    try {
      close(instance);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "an instance can't be closed", e);
    }
  }
}
