package dev.switchblade.tests.nativeimage;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassObjectReference;
import com.sun.jdi.Field;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A program in a JVM of its own, and what it does that {@code native-image} has to be told of.
 *
 * <p>Does what GraalVM's tracing agent does, with a JDK's means: breakpoints in the methods of the
 * JDK, at which the arguments are read. Counted are calls by Switchblade's own classes and those of
 * {@code example}, which are generated.
 */
final class TracedJvm {

  /** The methods of an interface are traced in the class that has their code. */
  private static final Map<String, String> IMPLEMENTATIONS =
      Map.of("java.lang.foreign.Linker", "jdk.internal.foreign.abi.AbstractLinker");

  /**
   * What was done.
   *
   * @param caller the name of the class that has the call
   * @param target what was called, as {@link DynamicAccess#target}
   * @param arguments names of classes, strings, and types of functions as {@code (long, int)void}
   */
  record Access(String caller, String target, List<String> arguments) {}

  /**
   * What the program did.
   *
   * @param output what it printed
   */
  record Trace(Set<Access> accesses, String output, int exitCode) {}

  private final Map<String, String> targets = new HashMap<>();
  private final Set<Method> stops = new HashSet<>();
  private final Set<Access> accesses = new LinkedHashSet<>();

  private TracedJvm() {
    for (String owner : DynamicAccess.TARGETS.keySet()) {
      if (!owner.startsWith("dev.switchblade.")) {
        targets.put(IMPLEMENTATIONS.getOrDefault(owner, owner), owner);
      }
    }
  }

  /** Runs a program to its end. */
  static Trace run(Path folder, List<String> options, String... programAndArguments)
      throws Exception {
    return new TracedJvm().runProgram(folder, options, programAndArguments);
  }

  private Trace runProgram(Path folder, List<String> options, String... programAndArguments)
      throws Exception {
    ListeningConnector connector =
        Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(each -> each.name().equals("com.sun.jdi.SocketListen"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> settings = connector.defaultArguments();
    settings.get("localAddress").setValue("localhost");
    settings.get("port").setValue("0");
    settings.get("timeout").setValue("120000");
    String address = connector.startListening(settings);
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add(
        "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=localhost:"
            + address.substring(address.lastIndexOf(':') + 1));
    command.addAll(options);
    command.addAll(List.of(programAndArguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      VirtualMachine machine;
      try {
        machine = connector.accept(settings);
      } finally {
        connector.stopListening(settings);
      }
      follow(machine);
      int exitCode = process.waitFor();
      return new Trace(
          accesses, Files.readString(output, StandardCharsets.UTF_8).strip(), exitCode);
    } finally {
      process.destroyForcibly();
    }
  }

  private void follow(VirtualMachine machine) throws Exception {
    for (String owner : targets.keySet()) {
      var request = machine.eventRequestManager().createClassPrepareRequest();
      request.addClassFilter(owner);
      request.enable();
      machine.classesByName(owner).forEach(this::stopIn);
    }
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof VMDisconnectEvent) {
            return;
          } else if (event instanceof ClassPrepareEvent prepared) {
            stopIn(prepared.referenceType());
          } else if (event instanceof BreakpointEvent stop) {
            note(stop.thread(), stop.location().method());
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException _) {
      // The program has ended.
    }
  }

  private void stopIn(ReferenceType type) {
    Set<String> names = DynamicAccess.TARGETS.get(targets.get(type.name()));
    for (Method method : type.methods()) {
      boolean wanted =
          names.isEmpty()
              ? method.isPublic() && !method.isConstructor()
              // The JVM calls this one, too, for each class.
              : names.contains(method.name()) && !method.name().equals("loadClass");
      if (wanted && !method.isNative() && !method.isAbstract() && stops.add(method)) {
        type.virtualMachine()
            .eventRequestManager()
            .createBreakpointRequest(method.location())
            .enable();
      }
    }
  }

  private void note(ThreadReference thread, Method method) throws Exception {
    // Only what is called directly counts, as in the bytes of a class.
    String caller = thread.frameCount() > 1 ? typeOf(thread.frame(1)) : "";
    if (!caller.startsWith("dev.switchblade.") && !caller.startsWith("example.")) {
      return;
    }
    String owner = targets.get(method.declaringType().name());
    List<String> arguments = new ArrayList<>();
    for (Value value : thread.frame(0).getArgumentValues()) {
      arguments.add(textOf(value));
    }
    accesses.add(new Access(caller, DynamicAccess.target(owner, method.name()), arguments));
  }

  private static String typeOf(StackFrame frame) {
    return frame.location().declaringType().name();
  }

  private static String textOf(Value value) {
    return switch (value) {
      case StringReference text -> text.value();
      case ClassObjectReference type -> type.reflectedType().name();
      case ArrayReference array -> textOf(array.getValues());
      case ObjectReference object -> textOf(object);
      case null, default -> String.valueOf(value);
    };
  }

  private static String textOf(List<Value> values) {
    return values.stream().map(TracedJvm::textOf).collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * Reads the fields. To have the program call {@code toString} would take the locks that its other
   * threads hold, and meet breakpoints.
   */
  private static String textOf(ObjectReference object) {
    return switch (object.referenceType().name()) {
      case "java.lang.invoke.MethodType" ->
          textOf(field(object, "ptypes")) + textOf(field(object, "rtype"));
      case "jdk.internal.foreign.FunctionDescriptorImpl" -> {
        Value result = field(object, "resLayout");
        yield textOf(field(object, "argLayouts")) + (result == null ? "void" : textOf(result));
      }
      case "java.util.ImmutableCollections$ListN" -> textOf(field(object, "elements"));
      case "java.util.ImmutableCollections$List12" -> {
        // The second one is a plain object if there is one element only.
        Value second = field(object, "e1");
        yield second.type().name().equals("java.lang.Object")
            ? textOf(List.of(field(object, "e0")))
            : textOf(List.of(field(object, "e0"), second));
      }
      default -> {
        Field carrier = object.referenceType().fieldByName("carrier");
        yield carrier == null ? object.referenceType().name() : textOf(object.getValue(carrier));
      }
    };
  }

  private static Value field(ObjectReference object, String name) {
    return object.getValue(object.referenceType().fieldByName(name));
  }
}
