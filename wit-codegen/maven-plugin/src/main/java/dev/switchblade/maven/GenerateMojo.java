package dev.switchblade.maven;

import dev.switchblade.maven.Jdk.Candidate;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Generates Java code for a world that is described in WIT: a class to instantiate components of
 * that world and to call what they export, interfaces for what they import, and a Java type for
 * each WIT type. The code is compiled with the rest of the project.
 *
 * <p>The generator runs in a JVM of its own, which must be Java 25 or later: the JDK toolchain of
 * the build (or the one that <code>jdkToolchain</code> describes), otherwise the JVM that Maven
 * runs on, otherwise the one in <code>JAVA_HOME</code>. It runs only if a file of WIT, an option or
 * the generator has changed since the last time, or a file that it wrote is missing.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

  /**
   * The WIT: a folder of <code>.wit</code> files, with the packages that they use in a folder
   * <code>deps</code> in it; one <code>.wit</code> file; or a WebAssembly component or WIT package,
   * <code>.wasm</code> or <code>.wat</code>.
   */
  @Parameter(property = "switchblade.wit", defaultValue = "${basedir}/src/main/wit")
  private @Nullable File wit;

  /**
   * The world to generate code for, such as <code>shop</code> or <code>acme:shop/shop@1.0.0</code>.
   * Not needed if the WIT has only one.
   */
  @Parameter(property = "switchblade.world")
  private @Nullable String world;

  /** The Java package of the generated code. If unset, it is named after the WIT package. */
  @Parameter(property = "switchblade.packageName")
  private @Nullable String packageName;

  /** The name of the class for the world. If unset, it is named after the world. */
  @Parameter(property = "switchblade.className")
  private @Nullable String className;

  /**
   * The features to turn on: what WIT marks <code>@unstable(feature = …)</code> is left out unless
   * its feature is named here.
   */
  @Parameter(property = "switchblade.features")
  private @Nullable List<String> features;

  /** Turns on all features, see <code>features</code>. */
  @Parameter(property = "switchblade.allFeatures", defaultValue = "false")
  private boolean allFeatures;

  /**
   * Generates interfaces for imports of WASI as for any others, to be implemented in Java. If
   * unset, WASI is what the store's configuration grants.
   */
  @Parameter(property = "switchblade.implementWasi", defaultValue = "false")
  private boolean implementWasi;

  /**
   * Has functions that return a <code>result</code> return its value and throw its error, as an
   * exception of a class that is generated for it. If unset, they return a <code>Result</code>.
   */
  @Parameter(property = "switchblade.throwErrors", defaultValue = "false")
  private boolean throwErrors;

  /**
   * Java that is there already, to be used instead of generated code: a class for a WIT type, with
   * a class whose static methods <code>toJava</code> and <code>toWit</code> convert to it and back;
   * and for an interface the package that was generated for it elsewhere.
   *
   * <pre>{@code
   * <mappings>
   *   <mapping>
   *     <wit>acme:shop/types.money</wit>
   *     <java>java.math.BigDecimal</java>
   *     <converter>com.acme.MoneyConverter</converter>
   *   </mapping>
   *   <mapping>
   *     <wit>wasi:http/types</wit>
   *     <java>com.acme.http</java>
   *   </mapping>
   * </mappings>
   * }</pre>
   */
  @Parameter private @Nullable List<Mapping> mappings;

  /**
   * The folder for the generated code, which becomes a source root of the project. The generator
   * owns it: it deletes what it wrote there earlier and writes no longer.
   *
   * <p>If unset, it is <code>generated-sources/switchblade</code> in the build folder, and <code>
   * generated-sources/switchblade-ID</code> for an execution that has an id, so a project may have
   * several. Two executions with different options can't share a folder: the second one fails.
   */
  @Parameter(property = "switchblade.outputDirectory")
  private @Nullable File outputDirectory;

  /** Generates nothing, and adds no source root. */
  @Parameter(property = "switchblade.skip", defaultValue = "false")
  private boolean skip;

  /**
   * A built native library, or the folder that holds it, for the generator to use. A relative path
   * starts at the folder that holds the whole build. If unset, the platform jar of this plugin's
   * version, <code>dev.switchblade:switchblade-native</code>, is resolved for the platform that
   * Maven runs on.
   */
  @Parameter(property = "native.library")
  private @Nullable String nativeLibrary;

  /**
   * The JDK in <code>toolchains.xml</code> to run the generator on, by what it provides, if it
   * isn't to be the one that is selected for the build:
   *
   * <pre>{@code
   * <jdkToolchain>
   *   <version>[25,)</version>
   * </jdkToolchain>
   * }</pre>
   */
  @Parameter private @Nullable Map<String, String> jdkToolchain;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  private final ToolchainManager toolchains;
  private final RepositorySystem repositories;
  private final BuildContext buildContext;

  @Inject
  GenerateMojo(
      ToolchainManager toolchains, RepositorySystem repositories, BuildContext buildContext) {
    this.toolchains = toolchains;
    this.repositories = repositories;
    this.buildContext = buildContext;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped.");
      return;
    }
    try {
      generate();
    } catch (IOException e) {
      throw new MojoExecutionException("Can't read WIT or write Java: " + e, e);
    }
  }

  private void generate() throws IOException, MojoExecutionException, MojoFailureException {
    Path input = input();
    Path output = output();
    project.addCompileSourceRoot(output.toString());

    List<String> arguments = options().arguments(output, input);
    Generator generator = generator();
    List<String> inputs = Inputs.describe(arguments, generator.parts(), input);
    claim(output, arguments);

    Path record = recordOf(output);
    Optional<LastRun> last = LastRun.read(record);
    Optional<String> difference =
        last.isEmpty() ? Optional.of("no earlier run") : last.get().difference(inputs, output);
    if (difference.isEmpty()) {
      getLog().info("Up to date: " + files(last.get().outputs().size()) + " in " + shown(output));
      return;
    }
    getLog().debug("Generating: " + difference.get());

    // A run that fails leaves files of which nobody knows what they are.
    Files.deleteIfExists(record);
    var editor = new Editor(buildContext, session);
    editor.clear(input);
    run(generator.command(java(), arguments), input, editor);
    List<String> outputs = javaFiles(output);
    new LastRun(inputs, outputs).write(record);
    editor.refresh(output);
    getLog()
        .info(
            "Generated "
                + files(outputs.size())
                + " in "
                + shown(output)
                + " from "
                + shown(input));
  }

  // ---- what to do

  private Path input() throws MojoFailureException {
    if (wit == null || !wit.exists()) {
      throw new MojoFailureException(
          "There is no WIT at "
              + wit
              + ": put .wit files there, or name a folder, a .wit file or a .wasm file with <wit>,"
              + " or set <skip>true</skip> if this project needs no code.");
    }
    return wit.toPath();
  }

  private Path output() {
    if (outputDirectory != null) {
      return outputDirectory.toPath();
    }
    String id = execution.getExecutionId();
    // What Maven calls an execution in the POM that has no id, and one from the command line.
    boolean anonymous = id == null || id.equals("default") || id.equals("default-cli");
    return Path.of(project.getBuild().getDirectory(), "generated-sources")
        .resolve(anonymous ? "switchblade" : "switchblade-" + fileName(id));
  }

  private Options options() {
    return new Options(
        world,
        packageName,
        className,
        features == null ? List.of() : features,
        allFeatures,
        implementWasi,
        throwErrors,
        mappings == null ? List.of() : mappings);
  }

  /** Refuses a folder that another execution in this project, with other options, writes to. */
  private void claim(Path output, List<String> arguments) throws MojoFailureException {
    String key = "output " + output;
    // Maven keeps this map for each project in a build.
    @SuppressWarnings("unchecked")
    Map<String, Object> kept = getPluginContext();
    if (kept == null) {
      kept = new HashMap<>();
    }
    var claim = new Claim(execution.getExecutionId(), arguments);
    if (kept.put(key, claim) instanceof Claim earlier
        && !earlier.execution().equals(claim.execution())
        && !earlier.arguments().equals(arguments)) {
      throw new MojoFailureException(
          "The executions \""
              + earlier.execution()
              + "\" and \""
              + claim.execution()
              + "\" would delete each other's files in "
              + output
              + ": give each an <outputDirectory> of its own, or an <id> and no"
              + " <outputDirectory>.");
    }
  }

  private record Claim(String execution, List<String> arguments) {}

  /** The file that tells of the last run into a folder: one for each, outside of it. */
  private Path recordOf(Path output) {
    Path base = project.getBasedir().toPath();
    String name = output.startsWith(base) ? base.relativize(output).toString() : output.toString();
    return Path.of(
        project.getBuild().getDirectory(),
        "maven-status",
        "switchblade-maven-plugin",
        fileName(name) + ".txt");
  }

  private static String fileName(String text) {
    return text.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  // ---- the generator

  private Generator generator() throws MojoExecutionException {
    var classPath = new ArrayList<Path>();
    for (Artifact artifact : plugin.getArtifacts()) {
      if (!artifact.getArtifactId().equals(plugin.getArtifactId())) {
        classPath.add(artifact.getFile().toPath());
      }
    }
    if (nativeLibrary == null || nativeLibrary.isBlank()) {
      // The platform jar is where this plugin came from.
      classPath.add(
          PlatformJar.resolve(
              repositories,
              session.getRepositorySession(),
              project.getRemotePluginRepositories(),
              plugin.getVersion()));
      return new Generator(List.copyOf(classPath), null);
    }
    try {
      Path root = session.getRequest().getMultiModuleProjectDirectory().toPath();
      Path library = root.resolve(nativeLibrary.strip());
      if (!Files.exists(library)) {
        throw new MojoExecutionException("There is no native library at " + library + ".");
      }
      return new Generator(List.copyOf(classPath), library);
    } catch (InvalidPathException e) {
      throw new MojoExecutionException("nativeLibrary is no path: " + nativeLibrary, e);
    }
  }

  private Path java() throws MojoFailureException {
    var candidates = new ArrayList<Candidate>();
    if (jdkToolchain == null || jdkToolchain.isEmpty()) {
      candidates.add(
          candidate(
              "the JDK toolchain of the build",
              toolchains.getToolchainFromBuildContext("jdk", session)));
      candidates.add(
          Candidate.inFolder("the JVM of Maven", Path.of(System.getProperty("java.home"))));
      String home = System.getenv("JAVA_HOME");
      candidates.add(
          Candidate.inFolder("JAVA_HOME", home == null || home.isBlank() ? null : Path.of(home)));
    } else {
      String origin = "<jdkToolchain> " + jdkToolchain;
      List<Toolchain> found = toolchains.getToolchains(session, "jdk", jdkToolchain);
      for (Toolchain toolchain : found) {
        candidates.add(candidate(origin, toolchain));
      }
      if (found.isEmpty()) {
        candidates.add(new Candidate(origin, null));
      }
    }
    return Jdk.choose(candidates);
  }

  private static Candidate candidate(String origin, @Nullable Toolchain toolchain) {
    String java = toolchain == null ? null : toolchain.findTool("java");
    return new Candidate(origin, java == null ? null : Path.of(java));
  }

  private void run(List<String> command, Path input, Editor editor)
      throws IOException, MojoExecutionException, MojoFailureException {
    getLog().debug("Running " + String.join(" ", command));
    Generator.Outcome outcome;
    try {
      outcome = Generator.run(command, project.getBasedir().toPath());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("Interrupted while the code generator ran", e);
    }
    outcome.output().lines().forEach(getLog()::debug);
    if (outcome.exitCode() == 0) {
      outcome.errors().lines().forEach(getLog()::warn);
    } else if (outcome.isRefusal()) {
      editor.show(outcome.errors(), input, project.getBasedir().toPath());
      throw new MojoFailureException(outcome.errors());
    } else {
      throw new MojoExecutionException(
          "The code generator ended with exit code "
              + outcome.exitCode()
              + ":\n"
              + outcome.errors()
              + "\nThe command was: "
              + String.join(" ", command));
    }
  }

  // ---- words

  private static List<String> javaFiles(Path output) throws IOException {
    return Inputs.files(output).stream()
        .map(file -> Inputs.name(output, file))
        .filter(name -> name.endsWith(".java"))
        .toList();
  }

  private static String files(int count) {
    return count == 1 ? "1 file" : count + " files";
  }

  private Path shown(Path path) {
    Path base = project.getBasedir().toPath();
    return path.startsWith(base) ? base.relativize(path) : path;
  }
}
