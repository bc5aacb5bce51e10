package dev.switchblade;

/** What a component imports or exports is not what it is linked or called with. */
public final class LinkException extends SwitchbladeException {

  private static final long serialVersionUID = 1;

  LinkException(String message) {
    super(message);
  }
}
