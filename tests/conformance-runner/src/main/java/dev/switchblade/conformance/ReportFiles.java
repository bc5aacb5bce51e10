package dev.switchblade.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.Report.FileReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report in a folder: {@code report.txt} for people, {@code report.xml} in the form of JUnit, and
 * {@code report.json} with all of it.
 */
public final class ReportFiles {

  private ReportFiles() {}

  /**
   * Writes the three files; the folder is made.
   *
   * @throws IOException if that fails
   */
  public static void write(Report report, Path folder) throws IOException {
    Files.createDirectories(folder);
    var text = new StringBuilder();
    report.files().forEach(file -> text.append(TextReport.of(file)));
    text.append('\n').append(TextReport.summary(report));
    Files.writeString(folder.resolve("report.txt"), text);
    Files.write(folder.resolve("report.json"), json(report));
    try (OutputStream stream = Files.newOutputStream(folder.resolve("report.xml"))) {
      junit(report, stream);
    } catch (XMLStreamException e) {
      throw new IOException("report.xml can't be written", e);
    }
  }

  private static byte[] json(Report report) throws IOException {
    var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode();
    ObjectNode assertions = root.putObject("assertions");
    ObjectNode directives = root.putObject("directives");
    for (Status status : Status.values()) {
      String name = status.name().toLowerCase(Locale.ROOT);
      assertions.put(name, report.assertions(status));
      directives.put(name, report.count(status));
    }
    ArrayNode files = root.putArray("files");
    for (FileReport file : report.files()) {
      ObjectNode entry = files.addObject().put("file", file.file().toString());
      file.features().forEach(entry.putArray("features")::add);
      ArrayNode outcomes = entry.putArray("outcomes");
      for (Outcome outcome : file.outcomes()) {
        ObjectNode one =
            outcomes
                .addObject()
                .put("line", outcome.line())
                .put("directive", outcome.directive())
                .put("subject", outcome.subject())
                .put("status", outcome.status().name().toLowerCase(Locale.ROOT));
        if (outcome.status() != Status.PASSED) {
          one.put("expected", outcome.expected()).put("got", outcome.got());
          one.put("reason", outcome.reason());
        }
      }
    }
    return mapper.writeValueAsBytes(root);
  }

  private static void junit(Report report, OutputStream stream) throws XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newFactory().createXMLStreamWriter(stream, StandardCharsets.UTF_8.name());
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuites");
    for (FileReport file : report.files()) {
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", file.file().toString());
      xml.writeAttribute("tests", String.valueOf(file.outcomes().size()));
      xml.writeAttribute("failures", String.valueOf(file.count(Status.FAILED)));
      xml.writeAttribute("skipped", String.valueOf(file.count(Status.SKIPPED)));
      for (Outcome outcome : file.outcomes()) {
        testCase(xml, file, outcome);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private static void testCase(XMLStreamWriter xml, FileReport file, Outcome outcome)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", file.file().toString());
    String subject = outcome.subject().isEmpty() ? "" : " " + legal(outcome.subject());
    xml.writeAttribute("name", "line " + outcome.line() + ": " + outcome.directive() + subject);
    if (outcome.status() == Status.FAILED) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", "expected " + legal(String.valueOf(outcome.expected())));
      xml.writeCharacters("got " + legal(String.valueOf(outcome.got())));
      xml.writeEndElement();
    } else if (outcome.status() == Status.SKIPPED) {
      xml.writeStartElement("skipped");
      xml.writeAttribute("message", legal(String.valueOf(outcome.reason())));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Without the characters that XML 1.0 can't have in any form. */
  private static String legal(String text) {
    var legal = new StringBuilder();
    text.codePoints()
        .map(character -> isLegal(character) ? character : 0xfffd)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= ' ' && character < 0xd800)
        || (character > 0xdfff && character < 0xfffe)
        || character > 0xffff;
  }
}
