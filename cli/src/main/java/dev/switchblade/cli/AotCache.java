package dev.switchblade.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * The JDK's AOT cache of this process: classes that are loaded and linked already, which the
 * launcher makes once after each build.
 *
 * @param file where it is, or an empty string
 * @param isUsed whether this JVM has accepted it
 */
record AotCache(String file, boolean isUsed) {

  /** Asks the JVM. */
  static AotCache ofThisProcess() {
    try {
      var hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      String file = hotSpot.getVMOption("AOTCache").getValue();
      return file == null || file.isEmpty() ? none() : new AotCache(file, isSharing());
    } catch (IllegalArgumentException e) {
      // A JVM without these options.
      return none();
    }
  }

  /** As in `java -version`: a JVM that could not use the archive it was given shares nothing. */
  private static boolean isSharing() {
    return System.getProperty("java.vm.info", "").contains("sharing");
  }

  private static AotCache none() {
    return new AotCache("", false);
  }

  @Override
  public String toString() {
    if (file.isEmpty()) {
      return "none (the ./switchblade launcher makes one)";
    }
    return (isUsed ? "in use, " : "not usable by this JVM, so ignored: ") + file;
  }
}
