package dev.switchblade.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.CoreModule;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.HostResource;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StackSpaceException;
import dev.switchblade.Store;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import dev.switchblade.SwitchbladeException;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.conformance.Command.Action;
import dev.switchblade.conformance.Command.WithFile;
import dev.switchblade.wit.WitItem;
import dev.switchblade.wit.WitType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Executes the directives of one script, as Wasmtime's own runner does: each instance has a store
 * of its own, and what a named one exports that can be linked can be imported from then on.
 */
final class ScriptRun implements AutoCloseable {

  /**
   * Few enough tasks for a script that leaks them to fail, which under Wasmtime's runner asks for
   * that itself; and more than 4 GiB of memory, for scripts with 64-bit ones.
   */
  private static final Limits LIMITS =
      Limits.defaults().withTasks(500).withMemoryBytes(1L << 40).withTotalMemoryBytes(1L << 40);

  /** An instance and the store that it alone lives in. */
  private record Live(Component component, Store store, Instance instance) {}

  private final Engine engine;

  /** The folder with the script's modules and components. */
  private final Path folder;

  private final SpectestHost host;

  /** Closes what directives have opened. */
  private final List<Runnable> closing;

  private final List<Outcome> outcomes = new ArrayList<>();

  /** By name; the empty one is the latest without. */
  private final Map<String, Component> definitions;

  private final Map<String, Live> named = new HashMap<>();

  /** What named instances export that can be imported elsewhere, by the instance's name. */
  private final Map<String, Exported> exports = new LinkedHashMap<>();

  /**
   * What of an instance can be imported by one in another store.
   *
   * @param resources stand for the instance's own: they are other ones than all others, and no
   *     value of them gets from one store to another
   */
  private record Exported(
      Map<String, CoreModule> modules, Map<String, HostResource<?>> resources) {}

  /** A resource of a component, seen from another store. */
  private record Foreign() {}

  private final Map<String, Thread> threads = new HashMap<>();
  private final Map<String, ScriptRun> threadRuns = new HashMap<>();

  private @Nullable Live current;

  ScriptRun(Engine engine, Path folder, SpectestHost host) {
    this(engine, folder, host, new HashMap<>());
  }

  private ScriptRun(
      Engine engine, Path folder, SpectestHost host, Map<String, Component> definitions) {
    this.engine = engine;
    this.folder = folder;
    this.host = host;
    this.definitions = definitions;
    this.closing = new ArrayList<>();
  }

  /** Executes directives; whatever goes wrong in one is its outcome. */
  List<Outcome> run(List<Command> commands) {
    for (Command command : commands) {
      String directive = nameOf(command);
      String subject = subjectOf(command);
      try {
        execute(command);
        outcomes.add(Outcome.passed(command.line(), directive, subject));
      } catch (MismatchException e) {
        outcomes.add(Outcome.failed(command.line(), directive, subject, e.expected(), e.got()));
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Throwable e) {
        String expected = command instanceof Command.AssertReturn ? "a result" : "no failure";
        outcomes.add(Outcome.failed(command.line(), directive, subject, expected, messages(e)));
      }
    }
    return outcomes;
  }

  private static String nameOf(Command command) {
    return switch (command) {
      case Command.Module _ -> "component";
      case Command.Definition _ -> "component definition";
      case Command.Instantiate _ -> "component instance";
      case Command.Perform perform -> perform.action().type();
      case Command.ThreadStart _ -> "thread";
      default ->
          command
              .getClass()
              .getSimpleName()
              .replaceAll("(?<=.)(?=[A-Z])", "_")
              .toLowerCase(Locale.ROOT);
    };
  }

  private static String subjectOf(Command command) {
    return switch (command) {
      case Command.AssertReturn one -> one.action().field();
      case Command.AssertTrap one -> one.action().field();
      case Command.AssertExhaustion one -> one.action().field();
      case Command.AssertException one -> one.action().field();
      case Command.AssertSuspension one -> one.action().field();
      case Command.Perform one -> one.action().field();
      case Command.AssertInvalid one -> one.text();
      case Command.AssertMalformed one -> one.text();
      case Command.AssertUnlinkable one -> one.text();
      case Command.AssertUninstantiable one -> one.text();
      case Command.Instantiate one -> String.valueOf(one.module());
      case Command.Module one -> one.name() == null ? "" : one.name();
      case Command.Definition one -> one.name() == null ? "" : one.name();
      default -> "";
    };
  }

  private void execute(Command command) throws MismatchException, IOException {
    switch (command) {
      case Command.Module one -> instantiate(one.name(), compile(one));
      case Command.Definition one -> definitions.put(key(one.name()), compile(one));
      case Command.Instantiate one -> {
        Component component = definitions.get(key(one.module()));
        if (component == null) {
          throw new MismatchException("a definition named " + one.module(), "none");
        }
        instantiate(one.instance(), component);
      }
      case Command.Register one -> {
        Live live = one.name() == null ? current() : named.get(one.name());
        if (live == null) {
          throw new MismatchException("an instance named " + one.name(), "none");
        }
        register(one.as(), live);
      }
      case Command.Perform one -> perform(one.action());
      case Command.AssertReturn one -> assertReturn(one);
      case Command.AssertTrap one -> expectTrap(one.text(), () -> perform(one.action()));
      case Command.AssertExhaustion one -> expectTrap(one.text(), () -> perform(one.action()));
      case Command.AssertException one ->
          expectCode(TrapCode.UNCAUGHT_EXCEPTION, () -> perform(one.action()));
      case Command.AssertSuspension one ->
          expectCode(TrapCode.UNHANDLED_TAG, () -> perform(one.action()));
      case Command.AssertUninstantiable one -> {
        Component component = compile(one);
        expectTrap(one.text(), () -> instantiate(null, component));
      }
      case Command.AssertUnlinkable one -> {
        Component component = compile(one);
        expect(one.text(), SwitchbladeException.class, () -> instantiate(null, component));
      }
      case Command.AssertInvalid one ->
          expect(one.text(), CompilationException.class, () -> compile(one));
      case Command.AssertMalformed one ->
          expect(one.text(), CompilationException.class, () -> compile(one));
      case Command.AssertInvalidCustom _, Command.AssertMalformedCustom _ ->
          throw new MismatchException(
              "a directive that Wasmtime's runner knows", "one about custom sections");
      case Command.ThreadStart one -> start(one);
      case Command.Wait one -> await(one);
    }
  }

  private static String key(@Nullable String name) {
    return name == null ? "" : name;
  }

  private Component compile(WithFile command) throws IOException, MismatchException {
    byte[] bytes = Files.readAllBytes(folder.resolve(command.file()));
    Component component = engine.compile(bytes);
    closing.add(component::close);
    return component;
  }

  private void instantiate(@Nullable String name, Component component) {
    var linker = new Linker(engine);
    host.addTo(linker);
    exports.forEach(
        (instance, exported) -> {
          LinkerInstance defined = linker.instance(instance);
          exported.modules().forEach(defined::module);
          exported.resources().forEach(defined::resource);
        });
    var store = new Store(engine, LIMITS);
    closing.add(store::close);
    Instance instance = linker.instantiate(store, component);
    var live = new Live(component, store, instance);
    current = live;
    if (name != null) {
      named.put(name, live);
      register(name, live);
    }
  }

  /** Makes what a component exports that another store can use importable under a name. */
  private void register(String name, Live live) {
    var exported = new Exported(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (WitItem item : live.component().exports()) {
      if (item instanceof WitItem.CoreModule module) {
        CoreModule found = live.instance().module(module.name());
        closing.add(found::close);
        exported.modules().put(module.name(), found);
      } else if (item instanceof WitItem.Resource resource) {
        exported.resources().put(resource.name(), HostResource.of(Foreign.class));
      }
    }
    exports.put(name, exported);
  }

  private Live current() throws MismatchException {
    Live live = current;
    if (live == null) {
      throw new MismatchException("an instance", "none: nothing has been instantiated");
    }
    return live;
  }

  private Func function(Action action) throws MismatchException {
    if (!action.type().equals("invoke")) {
      throw new MismatchException("a component, which exports no globals", action.type());
    }
    Live live = action.module() == null ? current() : named.get(action.module());
    if (live == null) {
      throw new MismatchException("an instance named " + action.module(), "none");
    }
    return live.instance().func(action.field());
  }

  private @Nullable Object perform(Action action) throws MismatchException {
    Func function = function(action);
    List<JsonNode> given = Objects.requireNonNullElse(action.args(), List.of());
    List<WitType.Named> parameters = function.type().parameters();
    if (given.size() != parameters.size()) {
      throw new MismatchException(
          parameters.size() + " arguments for " + function.type(), given.size() + "");
    }
    Object[] arguments = new Object[given.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = Constants.toJava(given.get(i), parameters.get(i).type());
    }
    return function.call(arguments);
  }

  private void assertReturn(Command.AssertReturn command) throws MismatchException {
    Object result = perform(command.action());
    WitType type = function(command.action()).type().result();
    List<JsonNode> expected = command.expected();
    if (expected.size() != (type == null ? 0 : 1)) {
      throw new MismatchException(expected.size() + " results", Constants.show(result));
    }
    if (type != null) {
      Object wanted = Constants.toJava(expected.getFirst(), type);
      if (!Constants.same(wanted, result)) {
        throw new MismatchException(Constants.show(wanted), Constants.show(result));
      }
    }
  }

  /** Something that a directive does. */
  private interface Step {
    @Nullable Object run() throws MismatchException, IOException;
  }

  private interface VoidStep {
    void run() throws MismatchException, IOException;
  }

  private static void expectTrap(String text, VoidStep step) throws MismatchException, IOException {
    expect(text, GuestException.class, step);
  }

  private static void expectTrap(String text, Step step) throws MismatchException, IOException {
    expect(text, GuestException.class, step::run);
  }

  private static void expectCode(TrapCode code, Step step) throws MismatchException, IOException {
    Object result;
    try {
      result = step.run();
    } catch (TrapException e) {
      if (e.code() == code) {
        return;
      }
      throw mismatch("a trap " + code, e);
    } catch (SwitchbladeException e) {
      throw mismatch("a trap " + code, e);
    }
    throw new MismatchException("a trap " + code, Constants.show(result));
  }

  private static void expect(String text, Class<? extends SwitchbladeException> kind, VoidStep step)
      throws MismatchException, IOException {
    try {
      step.run();
    } catch (SwitchbladeException | IllegalStateException e) {
      // After a trap Java refuses to use the store at all; what a script asks about is the instance
      // in it.
      boolean lost =
          kind == GuestException.class
              && e instanceof StoreLostException
              && e.getCause() instanceof GuestException;
      String said = lost ? "wasm trap: cannot enter component instance" : messages(e);
      if ((kind.isInstance(e) || lost) && Messages.match(text, said)) {
        return;
      }
      throw mismatch("a failure with \"" + text + "\"", e);
    }
    throw new MismatchException("a failure with \"" + text + "\"", "none");
  }

  private static MismatchException mismatch(String expected, Exception got) {
    var mismatch = new MismatchException(expected, messages(got));
    mismatch.initCause(got);
    return mismatch;
  }

  /** The messages of an exception and of its causes. */
  private static String messages(Throwable thrown) {
    var text = new StringBuilder();
    int depth = 0;
    for (Throwable cause = thrown; cause != null && depth < 10; cause = cause.getCause()) {
      String kind =
          cause instanceof GuestException
                  || cause instanceof CompilationException
                  || cause instanceof LinkException
                  || cause instanceof StackSpaceException
              ? cause.getClass().getSimpleName()
              : cause.getClass().getName();
      text.append(depth == 0 ? "" : "\ncaused by ").append(kind).append(": ");
      text.append(cause.getMessage());
      depth++;
    }
    return text.toString();
  }

  private void start(Command.ThreadStart command) {
    var run = new ScriptRun(engine, folder, host, new HashMap<>(definitions));
    if (command.sharedModule() != null) {
      Exported shared = exports.get(command.sharedModule());
      if (shared != null) {
        run.exports.put(command.sharedModule(), shared);
      }
    }
    Thread thread =
        Thread.ofPlatform().name(command.name()).start(() -> run.run(command.commands()));
    threads.put(command.name(), thread);
    threadRuns.put(command.name(), run);
    closing.add(run::close);
  }

  private void await(Command.Wait command) throws MismatchException {
    Thread thread = threads.remove(command.thread());
    ScriptRun run = threadRuns.remove(command.thread());
    if (thread == null || run == null) {
      throw new MismatchException("a thread named " + command.thread(), "none");
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MismatchException("the end of " + command.thread(), "an interrupt");
    }
    outcomes.addAll(run.outcomes);
  }

  @Override
  public void close() {
    for (Thread thread : threads.values()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    for (Runnable one : closing.reversed()) {
      try {
        one.run();
      } catch (StoreBusyException e) {
        // A store that a thread is still in: the garbage collector will have it.
      }
    }
  }
}
