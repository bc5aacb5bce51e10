package dev.switchblade.codegen.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "a, A",
    "cart, Cart",
    "incoming-handler, IncomingHandler",
    "HTTP-server, HttpServer",
    "http-URL, HttpUrl",
    "u8-list, U8List",
    "x1, X1",
    "version-2, Version2",
    "sha-256, Sha256",
    "wasi.http, WasiHttp",
    "class, Class",
    "list, List",
  })
  void typesAreInCamelCase(String wit, String java) {
    assertEquals(java, Names.type(wit));
  }

  @ParameterizedTest
  @CsvSource({
    "string, String_",
    "object, Object_",
    "record, Record_",
    "enum, Enum_",
    "override, Override_",
    "integer, Integer_",
    "runtime-exception, RuntimeException_",
    "auto-closeable, AutoCloseable_",
    "void, Void_",
    "throwable, Throwable_",
    "suppress-warnings, SuppressWarnings_",
  })
  void typesThatWouldHideThoseOfJavaLangEndInALine(String wit, String java) {
    assertEquals(java, Names.type(wit));
  }

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "total, total",
    "incoming-handler, incomingHandler",
    "URL-path, urlPath",
    "get-x1, getX1",
    "record, record",
    "string, string",
    "var, var",
    "of, of",
    "close, close",
  })
  void membersBeginWithASmallLetter(String wit, String java) {
    assertEquals(java, Names.member(wit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abstract",
        "assert",
        "boolean",
        "break",
        "byte",
        "case",
        "catch",
        "char",
        "class",
        "const",
        "continue",
        "default",
        "do",
        "double",
        "else",
        "enum",
        "extends",
        "final",
        "finally",
        "float",
        "for",
        "goto",
        "if",
        "implements",
        "import",
        "instanceof",
        "int",
        "interface",
        "long",
        "native",
        "new",
        "package",
        "private",
        "protected",
        "public",
        "return",
        "short",
        "static",
        "strictfp",
        "super",
        "switch",
        "synchronized",
        "this",
        "throw",
        "throws",
        "transient",
        "try",
        "void",
        "volatile",
        "while",
        "true",
        "false",
        "null",
      })
  void membersThatAreKeywordsEndInALine(String keyword) {
    assertEquals(keyword + "_", Names.member(keyword));
  }

  @ParameterizedTest
  @CsvSource({
    "clone, clone_",
    "finalize, finalize_",
    "get-class, getClass_",
    "hash-code, hashCode_",
    "notify, notify_",
    "notify-all, notifyAll_",
    "to-string, toString_",
    "wait, wait_",
    "wait-for, waitFor",
    "equals, equals",
  })
  void membersThatEveryObjectHasEndInALine(String wit, String java) {
    assertEquals(java, Names.member(wit));
  }

  /** Two words of digits would run into one otherwise. */
  @ParameterizedTest
  @CsvSource({
    "x1-2, x1_2, X1_2",
    "x12, x12, X12",
    "v0-2-11, v0_2_11, V0_2_11",
    "v0-21-1, v0_21_1, V0_21_1",
    "ipv4-6to4, ipv4_6to4, Ipv4_6to4",
  })
  void wordsOfDigitsStayApart(String wit, String member, String type) {
    assertEquals(member, Names.member(wit));
    assertEquals(type, Names.type(wit));
  }

  @ParameterizedTest
  @CsvSource({
    "red, RED",
    "not-found, NOT_FOUND",
    "http2-reset, HTTP2_RESET",
    "EINVAL, EINVAL",
    "class, CLASS",
    "x1-2, X1_2",
  })
  void constantsAreInCapitals(String wit, String java) {
    assertEquals(java, Names.constant(wit));
  }

  @ParameterizedTest
  @CsvSource({
    "carts, carts",
    "incoming-handler, incoming_handler",
    "v0.2.3, v0_2_3",
    "v1.0.0-rc.1, v1_0_0_rc_1",
    "HTTP, http",
    "int, int_",
    "package, package_",
    "new-class, new_class",
    "true, true_",
  })
  void segmentsOfPackagesAreInSmallLetters(String wit, String java) {
    assertEquals(java, Names.segment(wit));
  }

  @Test
  void whatTheyMakeIsAName() {
    for (String wit :
        List.of("a", "class", "string", "to-string", "x1-2", "HTTP-2", "null", "a1")) {
      for (String java :
          List.of(Names.type(wit), Names.member(wit), Names.constant(wit), Names.segment(wit))) {
        assertTrue(SourceVersion.isName(java), java);
      }
    }
  }

  /** In Turkish, the capital of i has a dot. */
  @Test
  void theyAreTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr"));
      assertEquals("IpInfo", Names.type("ip-info"));
      assertEquals("ipInfo", Names.member("IP-info"));
      assertEquals("IP_INFO", Names.constant("ip-info"));
      assertEquals("ip_info", Names.segment("IP-INFO"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
