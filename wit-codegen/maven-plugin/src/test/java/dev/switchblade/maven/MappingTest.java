package dev.switchblade.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

final class MappingTest {

  @Test
  void isWrittenAsTheGeneratorReadsIt() throws MojoFailureException {
    assertEquals(
        "acme:shop/types.money=java.math.BigDecimal:com.acme.Money",
        new Mapping("acme:shop/types.money", "java.math.BigDecimal", "com.acme.Money").argument());
    assertEquals(
        "wasi:http/types@0.2.0=com.acme.http",
        new Mapping("wasi:http/types@0.2.0", "com.acme.http", null).argument());
  }

  @Test
  void withoutBothNamesIsRefusedInWordsOfThePom() {
    assertEquals(
        "A <mapping> needs <wit>, a type or an interface, and <java>, the class or package to use"
            + " for it; this one has wit=null, java=null, converter=null.",
        assertThrows(MojoFailureException.class, () -> new Mapping().argument()).getMessage());
    assertThrows(MojoFailureException.class, () -> new Mapping("a:b/c.d", " ", null).argument());
  }
}
