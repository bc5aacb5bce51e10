package com.example.plugins;

import dev.switchblade.ResourceLimitException;
import dev.switchblade.Result;
import dev.switchblade.TrapException;
import java.nio.file.Path;

/** Runs each plug-in, and says what came of it. */
public final class Main {

  private Main() {}

  /** Runs the plug-ins of the folder {@code plugins}. */
  public static void main(String[] arguments) {
    var ada = new Tenant("ada");
    var bob = new Tenant("bob");
    try (var plugins =
        new Plugins(
            Path.of("plugins"),
            event -> {
              if (!event.granted()) {
                System.out.println("  " + event.store() + " may not " + event.what());
              }
            })) {
      run(plugins, "greeter", ada, "Grace");
      run(plugins, "greeter", ada, "Edsger");
      run(plugins, "greeter", bob, "Barbara");
      run(plugins, "greedy", bob, "memory");
      run(plugins, "greedy", bob, "time");
      run(plugins, "greedy", bob, "/words/../greedy.properties");
      run(plugins, "faulty", bob, "no number");
      run(plugins, "faulty", bob, "number 7");
      run(plugins, "greeter", bob, "Donald");
    }
    System.out.println("ada has " + ada.all() + ", bob has " + bob.all());
  }

  private static void run(Plugins plugins, String name, Tenant tenant, String input) {
    System.out.println(name + " for " + tenant.name() + ": " + input);
    String outcome;
    try {
      outcome =
          switch (plugins.run(name, tenant, input)) {
            case Result.Ok(String answer) -> answer;
            case Result.Err(String reason) -> "can't: " + reason;
          };
    } catch (ResourceLimitException e) {
      outcome = "ended at a limit: " + e.limit();
    } catch (TrapException e) {
      outcome = "ended by a trap: " + e.code();
    }
    System.out.println("  " + outcome);
  }
}
