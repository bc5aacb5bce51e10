package dev.switchblade.codegen.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class NameScopeTest {

  @Test
  void whoComesFirstHasTheName() {
    var scope = new NameScope();
    assertEquals("add", scope.claim("add"));
    assertEquals("total", scope.claim("total"));
  }

  @Test
  void whoComesNextGetsALineBehindIt() {
    var scope = new NameScope();
    scope.claim("add");
    assertEquals("add_", scope.claim("add"));
    assertEquals("add__", scope.claim("add"));
    assertEquals("add_", new NameScope("add").claim("add"));
  }

  /** {@code class} is {@code class_} already when it is asked for. */
  @Test
  void aNameWithALineIsTakenLikeAnyOther() {
    var scope = new NameScope();
    scope.claim("class_");
    scope.claim("class");
    assertEquals("class__", scope.claim("class"));
    assertEquals("class___", scope.claim("class_"));
  }

  @Test
  void whatIsTakenFromTheBeginningIsGivenToNobody() {
    var scope = new NameScope("close", "of");
    assertTrue(scope.isTaken("close"));
    assertFalse(scope.isTaken("open"));
    assertEquals("close_", scope.claim("close"));
    assertEquals("of_", scope.claim("of"));
    assertEquals("open", scope.claim("open"));
    assertTrue(scope.isTaken("open"));
  }

  @Test
  void lookingTakesNothing() {
    var scope = new NameScope();
    assertFalse(scope.isTaken("add"));
    assertEquals("add", scope.claim("add"));
  }

  @Test
  void membersAreToldApartByTheCaseOfTheirLetters() {
    var scope = new NameScope("userId");
    assertFalse(scope.isTaken("userid"));
    assertEquals("userid", scope.claim("userid"));
  }

  /** Some file systems would have one file for both. */
  @Test
  void classesAreNot() {
    NameScope scope = NameScope.ofClasses("UserId");
    assertTrue(scope.isTaken("Userid"));
    assertEquals("Userid_", scope.claim("Userid"));
    assertEquals("USERID__", scope.claim("USERID"));
    assertEquals("User", scope.claim("User"));
  }
}
