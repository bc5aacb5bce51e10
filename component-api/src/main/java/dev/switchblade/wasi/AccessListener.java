package dev.switchblade.wasi;

/** Hears what guests ask for, and whether they got it. */
@FunctionalInterface
public interface AccessListener {

  /**
   * A guest asked for something. Runs on the thread that is in the guest; nothing may enter the
   * store meanwhile. What is thrown is logged.
   */
  void accessed(AccessEvent event);
}
