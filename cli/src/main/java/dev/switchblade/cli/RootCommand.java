package dev.switchblade.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code switchblade} without its commands: the options that all of them share, and how failures
 * are told and become exit codes.
 *
 * <p>Commands are defined with picocli's builders: reading its annotations takes a starting process
 * some 150 ms, even with an AOT cache, which is more than all the rest does.
 */
public final class RootCommand implements Callable<Integer> {

  private final CommandSpec spec;
  private final StandardStreams streams = new StandardStreams();

  /**
   * Makes a command line that has no commands yet.
   *
   * @param description what its commands do
   */
  public RootCommand(String description) {
    spec = CommandSpec.wrapWithoutInspection(this).name("switchblade");
    // Not `version`: that would read the manifest at each start.
    spec.versionProvider(() -> new String[] {version()});
    spec.addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Shows this help and exits.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version and exits.")
                .build())
        .addOption(
            OptionSpec.builder("--debug")
                .scopeType(ScopeType.INHERIT)
                .description("Shows Java's stack trace when a command fails.")
                .build());
    spec.usageMessage()
        .sortOptions(false)
        .description(description)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
  }

  /**
   * Adds a command, which inherits the options {@code --help} and {@code --debug}.
   *
   * @param name what users type
   * @param command what it takes and does
   * @return this
   */
  public RootCommand add(String name, CommandSpec command) {
    // In the order in which they were added, and in one line: below it there is each.
    command.usageMessage().sortOptions(false).abbreviateSynopsis(true);
    spec.addSubcommand(name, command);
    return this;
  }

  /**
   * Sets what the help ends with.
   *
   * @param heading such as {@code Examples:}
   * @param lines what stands below it
   * @return this
   */
  public RootCommand footer(String heading, String... lines) {
    spec.usageMessage().footerHeading("%n" + heading + "%n").footer(lines);
    return this;
  }

  /**
   * The command line, which writes to the process's streams unless it is told otherwise.
   *
   * @return a new one
   */
  public CommandLine commandLine() {
    return new CommandLine(spec)
        .setOut(writer(streams.out(), streams.outCharset()))
        .setErr(writer(streams.err(), streams.errCharset()))
        .setUsageHelpAutoWidth(true)
        // Arguments are what they are: `@` is no file name, quotes belong to WAVE.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(RootCommand::wrongUsage)
        .setExecutionExceptionHandler(RootCommand::failed);
  }

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param root makes the command line
   * @param arguments what the process was given
   */
  public static void run(Supplier<RootCommand> root, String[] arguments) {
    RootCommand command = root.get();
    CommandLine line = command.commandLine();
    int exitCode;
    try {
      exitCode = line.execute(arguments);
    } catch (LinkageError e) {
      // picocli passes on errors as they are.
      Failure failure = Failure.of(e);
      line.getErr().println("switchblade: " + failure.message());
      exitCode = failure.exitCode();
    }
    line.getOut().flush();
    System.exit(command.streams.exitCode(exitCode, line.getErr()));
  }

  /** Where the process that a command is part of writes. */
  static StandardStreams streams(CommandSpec command) {
    return ((RootCommand) command.root().userObject()).streams;
  }

  /** In the terminal's character set; picocli's own writers take the default. */
  private static PrintWriter writer(OutputStream stream, Charset charset) {
    return new PrintWriter(stream, true, charset);
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("  0", "all went well");
    codes.put("  1", "it failed: a program says so, a check has found something");
    codes.put("  2", "wrong usage or arguments, such as WAVE syntax, an unknown function");
    codes.put("  3", "the file is no component, or imports what nothing provides; wrong WIT");
    codes.put("  4", "the environment: a file that can't be read, a full disk, no native library");
    codes.put(" 70", "a mistake of Switchblade's own");
    codes.put("124", "a limit was reached, such as that of --deadline, --fuel or --max-memory");
    codes.put("134", "the component trapped");
    codes.put("141", "nobody reads the output any more");
    codes.put("  *", "a program that runs may exit with any other");
    return codes;
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }

  private static int wrongUsage(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("switchblade: " + exception.getMessage());
    UnmatchedArgumentException.printSuggestions(exception, err);
    err.println("`" + command.getCommandSpec().qualifiedName() + " --help` shows what there is.");
    return ExitCode.USAGE;
  }

  private static int failed(Exception exception, CommandLine command, ParseResult parsed) {
    Failure failure = Failure.of(exception);
    PrintWriter err = command.getErr();
    if (streams(command.getCommandSpec()).isAbandoned()) {
      // That it failed because nobody reads is of no interest to anybody.
      return failure.exitCode();
    }
    err.println("switchblade: " + Printable.text(failure.message()));
    if (Boolean.TRUE.equals(command.getCommandSpec().findOption("--debug").getValue())) {
      exception.printStackTrace(err);
    }
    return failure.exitCode();
  }

  /** The version that Maven wrote into the jar's manifest. */
  static String version() {
    String version = RootCommand.class.getPackage().getImplementationVersion();
    return "switchblade " + (version == null ? "(not packaged)" : version);
  }
}
