package dev.switchblade.codegen;

import dev.switchblade.Component;
import dev.switchblade.ComponentException;
import dev.switchblade.Engine;
import dev.switchblade.ListVisitor;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.WasmFeature;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import dev.switchblade.codegen.wit.World;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls every export of a generated world in a {@link Forwarder} with random values, while the host
 * sees to it that they arrive, and answers with other ones.
 */
final class RoundTrip {

  /** How often each function is called. */
  static final int ROUNDS = 60;

  /** Of so many functions each is called a few times only. */
  private static final int MANY = 100;

  private static final int ROUNDS_OF_MANY = 3;

  /** Made once and never closed. */
  private static final Engine ENGINE =
      Engine.builder()
          .feature(WasmFeature.COMPONENT_MODEL_FIXED_LENGTH_LISTS, true)
          .feature(WasmFeature.COMPONENT_MODEL_MAP, true)
          .optimization(Engine.OptimizationLevel.NONE)
          .build();

  private final Document document;
  private final Class<?> worldClass;
  private final Forwarder forwarder;
  private final Random random;
  private final RandomValues hostValues;
  private final RandomValues guestValues;

  /** Exports in the order of the WIT. */
  private final List<Export> exports = new ArrayList<>();

  /** What is imported, by the method that implements it. */
  private final Map<Method, Import> imports = new HashMap<>();

  private final List<String> uncallable = new ArrayList<>();

  private final List<HostObject> hostObjects = new ArrayList<>();

  private final Likeness likeness = new Likeness();

  /** Guests' objects that nobody has taken, by the numbers of their resources. */
  private final Map<Integer, List<Object>> live = new HashMap<>();

  private @Nullable Object world;

  /** What the host is about to see. */
  private @Nullable Exchange exchange;

  /** What it has seen last. */
  private @Nullable Exchange answered;

  private int callsInPlace;

  /**
   * A function that is exported.
   *
   * @param key the interface that has it; empty for the world
   * @param accessor gives the object that has it; null for the world itself, and for methods of
   *     resources
   */
  private record Export(String key, Function function, @Nullable Method accessor) {
    String name() {
      return key.isEmpty() ? function.name() : key + "#" + function.name();
    }
  }

  /** A function that is imported. */
  private record Import(String key, Function function) {
    String name() {
      return key.isEmpty() ? function.name() : key + "#" + function.name();
    }
  }

  /** One call, from the export to the import and back. */
  private static final class Exchange {
    final String name;
    final List<Object> sent;
    @Nullable Object answer;
    boolean received;

    Exchange(String name, List<Object> sent) {
      this.name = name;
      this.sent = sent;
    }
  }

  /**
   * Prepares one.
   *
   * @param classes has the generated classes
   * @param seed of the values
   */
  RoundTrip(WitInput input, ClassLoader classes, String worldClass, Forwarder forwarder, long seed)
      throws ClassNotFoundException {
    this.document = input.document();
    this.worldClass = classes.loadClass(worldClass);
    this.forwarder = forwarder;
    this.random = new Random(seed);
    this.hostValues = new RandomValues(document, random, (_, type) -> hostObject(type, true));
    this.guestValues = new RandomValues(document, random, this::objectForGuest);
    findExports();
  }

  /** The class of the world among generated files: the one that instantiates. */
  static String worldClass(Map<String, String> files) {
    for (var file : files.entrySet()) {
      if (file.getValue().contains("\n@Generated(\"world ")
          && file.getValue().contains(" prepare(Component component, Linker linker)")) {
        return file.getKey().replaceFirst("\\.java$", "").replace('/', '.');
      }
    }
    throw new AssertionError("no world among " + files.keySet());
  }

  /** What was done. */
  record Count(int functions, int calls, int callsInPlace) {}

  /** Does all of it. */
  Count run() throws Exception {
    int functions = 0;
    int calls = 0;
    try (Component component = ENGINE.compile(forwarder.component())) {
      renew(component);
      for (Export export : exports) {
        try {
          calls += callOften(export, component);
          functions++;
        } catch (NoSuchMakerException e) {
          uncallable.add(export.name());
        }
      }
      close();
    }
    return new Count(functions, calls, callsInPlace);
  }

  /** What could not be called, for want of a function that gives the resource that it needs. */
  List<String> uncallable() {
    return uncallable;
  }

  private int callOften(Export export, Component component) throws Exception {
    if (forwarder.unreachable().contains(export.name())) {
      trap(export);
      renew(component);
      return 1;
    }
    int rounds = exports.size() < MANY ? ROUNDS : ROUNDS_OF_MANY;
    for (int i = 0; i < rounds; i++) {
      dropSome();
      call(export);
    }
    return rounds;
  }

  private void findExports() {
    Map<String, Method> accessors = new GeneratedClass(worldClass).accessors();
    for (World.Item item : document.world().exports()) {
      switch (item) {
        case World.FunctionItem(Function function) -> exports.add(new Export("", function, null));
        case World.InterfaceItem(int number, String key, _, _) -> {
          Method accessor = accessors.get(key);
          List<Function> functions = document.interfaceOf(number).functions();
          if (accessor == null
              && functions.stream().anyMatch(one -> one.kind() != Function.Kind.METHOD)) {
            throw new AssertionError(worldClass + " has no accessor for " + key);
          }
          functions.forEach(function -> exports.add(new Export(key, function, accessor)));
        }
        case World.TypeItem _ -> {}
      }
    }
  }

  // --- the world, and the host ---

  private void renew(Component component) throws ReflectiveOperationException {
    close();
    Method instantiate = instantiate();
    Class<?>[] parameters = instantiate.getParameterTypes();
    Object[] arguments = new Object[parameters.length];
    arguments[0] = component;
    if (parameters.length > 1) {
      arguments[1] = hostObject(parameters[1], false);
    }
    world = instantiate.invoke(null, arguments);
  }

  /** The one that takes a component, and what is imported if anything is. */
  private Method instantiate() {
    for (Method method : worldClass.getDeclaredMethods()) {
      List<Class<?>> parameters = List.of(method.getParameterTypes());
      if (method.getName().equals("instantiate")
          && Modifier.isStatic(method.getModifiers())
          && parameters.getFirst() == Component.class
          && !parameters.contains(StoreConfig.class)) {
        return method;
      }
    }
    throw new AssertionError(worldClass + " has no instantiate");
  }

  private void close() {
    if (world instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    world = null;
    live.clear();
    List<String> complaints = new ArrayList<>();
    for (HostObject object : hostObjects) {
      String complaint = object.complaint();
      if (complaint != null) {
        complaints.add(complaint);
      }
    }
    hostObjects.clear();
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join("\n", complaints));
    }
  }

  private Object hostObject(Class<?> type, boolean given) {
    if (!type.isInterface()) {
      throw new AssertionError("the host can't implement " + type);
    }
    var object = new HostObject(hostObjects.size(), type, this::receive);
    hostObjects.add(object);
    if (given) {
      object.give();
    }
    bindImports(type);
    return object.proxy();
  }

  /** Finds out which methods of an interface are which functions. */
  private void bindImports(Class<?> type) {
    for (World.Item item : document.world().imports()) {
      if (item instanceof World.InterfaceItem(int number, String key, _, _)) {
        bind(type, key, document.interfaceOf(number).functions());
      }
    }
    bind(type, "", rootImports());
  }

  private List<Function> rootImports() {
    List<Function> functions = new ArrayList<>();
    for (World.Item item : document.world().imports()) {
      if (item instanceof World.FunctionItem(Function function)) {
        functions.add(function);
      }
    }
    return functions;
  }

  private void bind(Class<?> type, String key, List<Function> functions) {
    boolean statics = GeneratedClass.isStatics(type);
    Class<?> top = statics ? type.getEnclosingClass() : type;
    var generated = new GeneratedClass(type);
    String origin = new GeneratedClass(top).origin();
    String world = document.world().pack() + " " + document.world().about().name();
    boolean ofInterface = !key.isEmpty() && origin.equals("interface " + key);
    boolean ofWorld =
        key.isEmpty() && (origin.startsWith("world ") || type.getName().endsWith("$Imports"));
    if (!ofInterface && !ofWorld) {
      return;
    }
    boolean free = ofWorld ? type.getName().endsWith("$Imports") : hasFunctions(type);
    List<Function> candidates = new ArrayList<>();
    for (Function function : functions) {
      boolean isCandidate =
          switch (function.kind()) {
            case FREESTANDING, CONSTRUCTOR -> free;
            case METHOD -> !free && !statics && isResource(function, top);
            case STATIC -> statics && isResource(function, top);
          };
      if (isCandidate) {
        candidates.add(function);
      }
    }
    generated
        .bind(candidates, !free && !statics)
        .forEach((function, method) -> imports.put(method, new Import(key, function)));
    if (free && imports.values().stream().noneMatch(one -> candidates.contains(one.function()))) {
      if (!candidates.isEmpty()) {
        throw new AssertionError(type + " has nothing of " + key + " of " + world);
      }
    }
  }

  private static boolean hasFunctions(Class<?> type) {
    return GeneratedClass.isInterfaceOfWit(type);
  }

  private boolean isResource(Function function, Class<?> type) {
    String name = document.resource(function.resource()).about().name().replace("-", "");
    String simple = type.getSimpleName().replace("_", "");
    // The second is its name where components implement it, too.
    return simple.equalsIgnoreCase(name) || simple.equalsIgnoreCase("host" + name);
  }

  /** A call of the guest's. */
  private @Nullable Object receive(HostObject self, Method method, Object[] arguments)
      throws Exception {
    Class<?> given = method.getReturnType();
    Import function = imports.get(method);
    boolean gives = GeneratedClass.isInterfaceOfWit(given) || GeneratedClass.isStatics(given);
    if (function == null && arguments.length == 0 && gives) {
      return hostObject(given, false);
    }
    if (function == null) {
      throw new AssertionError("called: " + method);
    }
    Exchange current = exchange;
    if (current == null || !current.name.equals(function.name()) || current.received) {
      throw new AssertionError(
          "called: " + function.name() + ", not: " + (current == null ? "" : current.name));
    }
    current.received = true;
    boolean isMethod = function.function().kind() == Function.Kind.METHOD;
    List<Object> all = new ArrayList<>();
    if (isMethod) {
      all.add(self.proxy());
    }
    all.addAll(Arrays.asList(arguments));
    List<Function.Parameter> parameters = function.function().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Object seen = Likeness.plain(all.get(i));
      String path = function.name() + "(" + parameters.get(i).name() + ")";
      fail(likeness.difference(path, current.sent.get(i), seen));
      takeBack(parameters.get(i).type(), seen);
    }
    TypeRef result = function.function().result();
    if (result == null) {
      return null;
    }
    ThrownError error = ThrownError.of(method);
    Type type = error == null ? method.getGenericReturnType() : error.resultType();
    Object answer = hostValues.next(result, type);
    current.answer = Likeness.plain(answer);
    return error == null ? answer : error.end((Result<?, ?>) answer);
  }

  private static void fail(@Nullable String difference) {
    if (difference != null) {
      throw new AssertionError(difference);
    }
  }

  /** The host's objects in a value that it has got are its own again, if it was given them. */
  private void takeBack(TypeRef type, Object plain) {
    if (hasOwned(type)) {
      for (int number : Likeness.hosts(plain)) {
        hostObjects.get(number).takeBack();
      }
    }
  }

  private boolean hasOwned(TypeRef type) {
    TypeDef definition = document.definition(type);
    return definition != null
        && (definition.kind() instanceof TypeDef.Handle handle
            ? handle.owned()
            : document.parts(definition).stream().anyMatch(this::hasOwned));
  }

  // --- calls ---

  private void call(Export export) throws Exception {
    call(export, new ArrayList<>());
  }

  /**
   * Calls an export.
   *
   * @param arrived what guests' objects came back
   */
  private void call(Export export, List<Object> arrived) throws Exception {
    Function function = export.function();
    Prepared prepared = prepare(export);
    Method inPlace = GeneratedClass.inPlace(prepared.method());
    if (inPlace != null && random.nextInt(3) == 0) {
      callInPlace(export, prepared, inPlace);
      return;
    }
    Object result = invoke(export, prepared.method(), prepared, prepared.arguments());
    TypeRef type = function.result();
    if (type != null) {
      arrived.addAll(check(export, type, result));
    }
  }

  /** Calls a method, and sees to it that the host is called. */
  private @Nullable Object invoke(
      Export export, Method method, Prepared prepared, Object[] arguments) throws Exception {
    var now = new Exchange(export.name(), prepared.plain());
    exchange = now;
    answered = now;
    Object result;
    boolean throwing = ThrownError.of(method) != null;
    try {
      result = method.invoke(prepared.target(), arguments);
      result = throwing ? Result.ok(result) : result;
    } catch (InvocationTargetException e) {
      if (throwing && e.getCause() instanceof ComponentException error) {
        return Result.err(error.payload());
      }
      throw new AssertionError(
          export.name() + prepared.plain() + ": " + e.getCause(), e.getCause());
    } finally {
      exchange = null;
    }
    if (!now.received) {
      fail("the host was not called: " + export.name());
    }
    return result;
  }

  /** Holds a result against the host's answer; returns the guests' objects in it. */
  private List<Object> check(Export export, TypeRef type, @Nullable Object result) {
    Object plain = Likeness.plain(result);
    fail(likeness.difference(export.name() + ".result", plain, answer()));
    takeBack(type, plain);
    keep(type, plain);
    return Likeness.guests(plain);
  }

  /** What the host answered last. */
  private Object answer() {
    Exchange last = answered;
    Object answer = last == null ? null : last.answer;
    if (answer == null) {
      throw new AssertionError("the host has not answered");
    }
    return answer;
  }

  /** Calls the method that takes lists from memory, and shows the one that is returned. */
  private void callInPlace(Export export, Prepared prepared, Method method) throws Exception {
    Function function = export.function();
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = Arrays.copyOf(prepared.arguments(), types.length);
    List<Function.Parameter> parameters = function.parameters();
    int skipped = parameters.size() - prepared.arguments().length;
    List<List<Long>> seen = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      if (types[i] == MemorySegment.class) {
        TypeRef type = parameters.get(i + skipped).type();
        arguments[i] = new PlainMemory(document, type).of(arguments[i]);
      } else if (types[i] == ListVisitor.class) {
        var memory = new PlainMemory(document, Objects.requireNonNull(function.result()));
        arguments[i] = (ListVisitor) elements -> seen.add(memory.numbers(elements));
      }
    }
    Object result = invoke(export, method, prepared, arguments);
    TypeRef type = function.result();
    if (type != null && types.length > prepared.arguments().length) {
      var memory = new PlainMemory(document, type);
      List<Long> expected = memory.numbers(memory.of(answer()));
      if (!seen.equals(List.of(expected))) {
        fail(export.name() + ".result: " + seen + " is not " + expected);
      }
    } else if (type != null) {
      check(export, type, result);
    }
    callsInPlace++;
  }

  /** Calls an export that no import is behind. */
  private void trap(Export export) throws Exception {
    Prepared prepared = prepare(export);
    try {
      prepared.method().invoke(prepared.target(), prepared.arguments());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof TrapException trap && trap.code() == TrapCode.UNREACHABLE) {
        return;
      }
      throw new AssertionError(export.name() + ": " + e.getCause(), e.getCause());
    }
    throw new AssertionError(export.name() + " should have trapped");
  }

  /**
   * A call that is ready.
   *
   * @param plain its arguments, with the object that it is called on if it is a resource's
   */
  @SuppressWarnings("ArrayRecordComponent") // for reflection, and compared by nobody
  private record Prepared(Object target, Method method, Object[] arguments, List<Object> plain) {}

  private Prepared prepare(Export export) throws Exception {
    Function function = export.function();
    boolean isMethod = function.kind() == Function.Kind.METHOD;
    Object target;
    List<Function> functions;
    if (isMethod) {
      target = borrowed(function.resource());
      functions =
          exports.stream()
              .map(Export::function)
              .filter(one -> one.kind() == Function.Kind.METHOD)
              .filter(one -> one.resource().equals(function.resource()))
              .toList();
    } else {
      target = export.accessor() == null ? world : export.accessor().invoke(world);
      if (function.kind() == Function.Kind.STATIC) {
        String resource = document.resource(function.resource()).about().name();
        target = new GeneratedClass(target.getClass()).statics(resource).invoke(target);
      }
      functions =
          exports.stream()
              .filter(one -> one.key().equals(export.key()))
              .map(Export::function)
              .filter(one -> areInOneClass(one, function))
              .toList();
    }
    Method method = new GeneratedClass(target.getClass()).bind(functions, isMethod).get(function);
    if (method == null) {
      throw new AssertionError(target.getClass() + " has no method for " + export.name());
    }
    List<Function.Parameter> parameters = function.parameters();
    Type[] types = method.getGenericParameterTypes();
    int skipped = parameters.size() - types.length;
    Object[] arguments = new Object[types.length];
    List<Object> plain = new ArrayList<>();
    if (isMethod) {
      plain.add(Likeness.plain(target));
    }
    for (int i = 0; i < types.length; i++) {
      arguments[i] = guestValues.next(parameters.get(i + skipped).type(), types[i]);
      plain.add(Likeness.plain(arguments[i]));
      Object same = arguments[i];
      if (arguments[i] instanceof Record && !arguments[i].equals(same)) {
        fail(export.name() + ": is not like itself: " + same);
      }
    }
    return new Prepared(target, method, arguments, plain);
  }

  /** Says whether two functions of an interface, which are no methods, are so in Java. */
  private static boolean areInOneClass(Function one, Function other) {
    boolean isStatic = one.kind() == Function.Kind.STATIC;
    return one.kind() != Function.Kind.METHOD
        && isStatic == (other.kind() == Function.Kind.STATIC)
        && (!isStatic || one.resource().equals(other.resource()));
  }

  // --- resources ---

  /** There is no function that gives a resource. */
  private static final class NoSuchMakerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchMakerException(String message) {
      super(message);
    }
  }

  /** Remembers guests' objects that came back, so that they are used. */
  private void keep(TypeRef type, Object plain) {
    for (Object guest : Likeness.guests(plain)) {
      Integer resource = resourceOf(type, guest.getClass());
      if (resource != null) {
        live.computeIfAbsent(resource, _ -> new ArrayList<>()).add(guest);
      }
    }
  }

  /** The resource that a class is of, among those that a type has handles of. */
  private @Nullable Integer resourceOf(TypeRef type, Class<?> of) {
    TypeDef definition = document.definition(type);
    if (definition == null) {
      return null;
    }
    if (definition.kind() instanceof TypeDef.Handle handle) {
      TypeDef resource = document.resource(handle.resource());
      String name = resource.about().name().replace("-", "");
      return of.getSimpleName().replace("_", "").equalsIgnoreCase(name) ? resource.number() : null;
    }
    for (TypeRef part : document.parts(definition)) {
      Integer found = resourceOf(part, of);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Object objectForGuest(TypeDef.Handle handle, Class<?> type) {
    if (type.isInterface()) {
      return hostObject(type, handle.owned());
    }
    int resource = document.resource(handle.resource()).number();
    try {
      return handle.owned() ? made(resource) : borrowed(resource);
    } catch (NoSuchMakerException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes objects where there are many: the host learns of it. */
  private void dropSome() throws Exception {
    for (List<Object> objects : live.values()) {
      while (objects.size() > 10) {
        ((AutoCloseable) objects.remove(random.nextInt(objects.size()))).close();
      }
    }
  }

  /** An object that stays there. */
  private Object borrowed(int resource) throws Exception {
    List<Object> there = live.getOrDefault(resource, List.of());
    if (there.isEmpty() || random.nextInt(4) == 0) {
      Object made = made(resource);
      live.computeIfAbsent(resource, _ -> new ArrayList<>()).add(made);
      return made;
    }
    return there.get(random.nextInt(there.size()));
  }

  private final Set<Integer> beingMade = new java.util.HashSet<>();

  /** A new object that is nobody else's. */
  private Object made(int resource) throws Exception {
    if (!beingMade.add(resource)) {
      throw new NoSuchMakerException("only itself makes " + name(resource));
    }
    try {
      for (Export maker : makers(resource)) {
        try {
          for (int attempt = 0; attempt < 100; attempt++) {
            List<Object> arrived = new ArrayList<>();
            call(maker, arrived);
            for (Object object : arrived) {
              if (live.getOrDefault(resource, List.of()).remove(object)) {
                return object;
              }
            }
          }
        } catch (NoSuchMakerException e) {
          // Another one may do.
        }
      }
      throw new NoSuchMakerException("no function gives " + name(resource));
    } finally {
      beingMade.remove(resource);
    }
  }

  private String name(int resource) {
    return document.types().get(resource).about().name();
  }

  /** The functions that give a resource, its constructor first. */
  private List<Export> makers(int resource) {
    Map<Export, Integer> found = new LinkedHashMap<>();
    for (Export export : exports) {
      Function function = export.function();
      boolean reachable = !forwarder.unreachable().contains(export.name());
      if (reachable && function.result() != null && gives(function.result(), resource)) {
        boolean constructor =
            function.kind() == Function.Kind.CONSTRUCTOR && function.resource() == resource;
        found.put(export, constructor ? 0 : 1 + function.parameters().size());
      }
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean gives(TypeRef type, int resource) {
    TypeDef definition = document.definition(type);
    return definition != null
        && (definition.kind() instanceof TypeDef.Handle handle
            ? document.resource(handle.resource()).number() == resource
            : document.parts(definition).stream().anyMatch(part -> gives(part, resource)));
  }
}
