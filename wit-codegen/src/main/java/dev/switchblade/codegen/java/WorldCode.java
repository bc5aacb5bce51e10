package dev.switchblade.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.switchblade.codegen.GeneratorOptions;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.Interface;
import dev.switchblade.codegen.wit.Place;
import dev.switchblade.codegen.wit.TypeDef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** All the Java of a world. */
public final class WorldCode {

  private final Document document;
  private final Symbols symbols;
  private final JavaTypes types;
  private final Values values;
  private final TypeWriter typeWriter;
  private final CodecWriter codecs;
  private final HostWriter hosts;
  private final GuestWriter guests;
  private final WorldWriter worlds;
  private final Errors errors;
  private final boolean deprecations;

  /** By their paths below the source folder. */
  private final SortedMap<String, String> files = new TreeMap<>();

  /** Names everything; nothing is written yet. */
  public WorldCode(Document document, GeneratorOptions options) {
    this.document = document;
    this.symbols = new Symbols(document, options);
    this.types = new JavaTypes(document, symbols);
    this.values = new Values(document, symbols, types);
    this.errors = new Errors(document, symbols, types, options.throwErrors());
    var methods = new Methods(document, symbols, types, values, errors);
    var numbers = new ExportNumbers(document, symbols);
    this.typeWriter = new TypeWriter(symbols, types);
    this.codecs = new CodecWriter(document, symbols, types, values);
    this.hosts = new HostWriter(document, symbols, methods);
    this.guests = new GuestWriter(document, symbols, methods, numbers);
    Place place = document.world().about().place();
    Path file = place == null ? options.input() : place.file();
    String source = Objects.toString(file.getFileName(), "WIT");
    this.worlds = new WorldWriter(document, symbols, methods, hosts, numbers, source);
    this.deprecations =
        document.types().stream().anyMatch(type -> type.about().deprecated() != null)
            || document.interfaces().values().stream()
                .flatMap(one -> one.functions().stream())
                .anyMatch(function -> function.about().deprecated() != null)
            || document.interfaces().values().stream()
                .anyMatch(one -> one.about().deprecated() != null)
            || document.world().about().deprecated() != null;
  }

  /** The world's class, with its package. */
  public String name() {
    return symbols.world().canonicalName();
  }

  /** The complaint about a mapping of what isn't there; empty if there is none. */
  public String unknownMappings() {
    return symbols.unknownMappings();
  }

  /** What is too large for Java, each with its place; empty if nothing is. */
  public String tooLarge() {
    return ClassLimits.exceeded(document, symbols, types, values);
  }

  /** Writes the files; they are there by their paths below the source folder. To be called once. */
  public SortedMap<String, String> files() {
    write();
    return files;
  }

  private void write() {
    String world = document.world().pack() + " " + document.world().about().name();
    for (Home home : symbols.homes()) {
      if (home.generated()) {
        write(home, Objects.requireNonNull(home.of()));
      }
    }
    Home home = symbols.worldHome();
    List<Function> imported = Symbols.functions(document.world().imports());
    List<Function> all = new ArrayList<>(imported);
    all.addAll(Symbols.functions(document.world().exports()));
    writeTypes(home, "world " + world, symbols.worldTypes(), imported);
    writeCodec(home, "world " + world, world, symbols.worldTypes(), all);
    add(symbols.world(), "world " + world, worlds.write());
    // Last: they are found where functions are written.
    for (Errors.Thrown thrown : errors.all()) {
      if (thrown.home().generated()) {
        String key = thrown.home().key();
        add(
            thrown.name(),
            key.isEmpty() ? "world " + world : "interface " + key,
            errors.write(thrown));
      }
    }
  }

  private void write(Home home, Interface one) {
    String origin = "interface " + home.key();
    writeTypes(home, origin, one.types(), one.functions());
    boolean ofLibrary = home.side() == Home.Side.LIBRARY;
    List<Function> functions = ofLibrary ? List.of() : one.functions();
    writeCodec(home, origin, home.key(), one.types(), functions);
    boolean resources =
        one.types().stream()
            .anyMatch(type -> document.types().get(type).kind() instanceof TypeDef.Resource);
    if (home.side() == Home.Side.HOST && (resources || !one.functions().isEmpty())) {
      add(home.functions(), origin, hosts.functions(home, one.functions(), one.about()));
    } else if (home.side() == Home.Side.GUEST && HostWriter.hasMethods(one.functions())) {
      add(home.functions(), origin, guests.functions(home, one.functions(), one.about()));
    }
  }

  private void writeCodec(
      Home home, String origin, String of, List<Integer> types, List<Function> functions) {
    TypeSpec.Builder codec = codecs.write(home, of, types, functions);
    if (codec != null) {
      add(home.codec(), origin, codec);
    }
  }

  /** Says whether a type has a file: resources of the library are all of one class. */
  private boolean isWritten(Home home, TypeDef type) {
    boolean resource = type.kind() instanceof TypeDef.Resource;
    return Symbols.isJavaType(type)
        && !symbols.isShared(type)
        && !(resource && home.side() == Home.Side.LIBRARY);
  }

  private void writeTypes(
      Home home, String origin, List<Integer> numbers, List<Function> functions) {
    for (int number : numbers) {
      TypeDef def = document.types().get(number);
      if (!isWritten(home, def)) {
        continue;
      }
      ClassName name = symbols.type(def);
      TypeSpec.Builder data = typeWriter.write(def);
      if (data != null) {
        // Its variables are components, whose names are public: Symbols knows which may obscure.
        put(name, source(name, origin, data));
      } else if (home.side() == Home.Side.GUEST) {
        add(name, origin, guests.resource(home, def, functions));
      } else {
        add(name, origin, hosts.resource(home, def, functions));
      }
    }
  }

  private void add(ClassName name, String origin, TypeSpec.Builder type) {
    put(name, Obscuring.removed(source(name, origin, type)));
  }

  private void put(ClassName name, String source) {
    files.put(
        name.packageName().replace('.', '/') + "/" + name.simpleName() + ".java",
        Layout.of(source));
  }

  /** A file as JavaPoet writes it. */
  private String source(ClassName name, String origin, TypeSpec.Builder type) {
    type.addAnnotation(
        AnnotationSpec.builder(Api.GENERATED).addMember("value", "$S", origin).build());
    type.addAnnotation(Api.NULL_MARKED);
    if (deprecations) {
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "deprecation")
              .build());
    }
    boolean codec =
        name.equals(symbols.worldHome().codec())
            || symbols.homes().stream().anyMatch(home -> home.codec().equals(name));
    JavaFile.Builder file =
        JavaFile.builder(name.packageName(), type.build()).indent("  ").skipJavaLangImports(true);
    if (codec) {
      file.addStaticImport(Api.WIT_TYPES, "*").addStaticImport(Api.PRIMITIVE, "*");
    }
    String text = file.build().toString();
    // A codec's own constants and methods need no name of a class in front.
    return codec ? text.replaceAll("(?<![\\w.])" + name.simpleName() + "\\.(?=\\w)", "") : text;
  }
}
