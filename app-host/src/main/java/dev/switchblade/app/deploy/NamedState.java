package dev.switchblade.app.deploy;

/** State that is written down by a function of which only the name is known. */
final class NamedState {

  private NamedState() {}

  static byte[] save(OpenInstance instance, String function) {
    Object state = instance.func(function).call();
    if (state instanceof byte[] bytes) {
      return bytes;
    }
    throw new IllegalStateException(
        function
            + " has the type "
            + instance.func(function).type()
            + ", and the state of an instance is a list<u8>: expected func() -> list<u8>");
  }
}
