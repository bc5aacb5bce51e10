package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  @Test
  void whatIsInstalledIsNamedAndTried() {
    String out = Switchblade.run("doctor").exits(ExitCode.OK).out();
    assertTrue(out.contains(System.getProperty("os.arch")), out);
    assertTrue(out.contains(System.getProperty("java.home")), out);
    assertTrue(out.contains(System.mapLibraryName("switchblade")), out);
    assertTrue(out.contains("add(1, 2) = 3"), out);
  }
}
