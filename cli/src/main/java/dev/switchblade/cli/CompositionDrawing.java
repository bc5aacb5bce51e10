package dev.switchblade.cli;

import dev.switchblade.CompositionTree;
import dev.switchblade.CompositionTree.Part;
import dev.switchblade.CompositionTree.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows what a composition is made of. Arrows lead from what needs something to what provides it.
 */
final class CompositionDrawing {

  private static final String HOST = "host";

  private final StringBuilder text = new StringBuilder();
  private int nodes;

  private CompositionDrawing() {}

  /** As lines of text, for people. */
  static String tree(CompositionTree composition) {
    var drawing = new CompositionDrawing();
    if (!composition.exports().isEmpty()) {
      drawing.line("", "exports");
      drawing.wires("  ", composition.exports());
    }
    drawing.parts("", composition);
    return drawing.text.toString();
  }

  private void line(String indent, String line) {
    text.append(indent).append(oneLine(line)).append('\n');
  }

  private void parts(String indent, CompositionTree composition) {
    for (Part part : composition.parts().reversed()) {
      line(indent, part.name());
      wires(indent + "  ", part.imports());
      parts(indent + "    ", part.inside());
    }
  }

  private void wires(String indent, List<Wire> wires) {
    for (Wire wire : wires) {
      line(indent, wire.name() + " <- " + source(wire));
    }
  }

  private static String source(Wire wire) {
    if (wire.part().isEmpty()) {
      return wire.isFromHost() ? "the host" + as(wire) : "itself";
    }
    return wire.part() + as(wire);
  }

  /** What it is called where it comes from, if that is something else. */
  private static String as(Wire wire) {
    return wire.item().isEmpty() || wire.item().equals(wire.name()) ? "" : " (" + wire.item() + ")";
  }

  /** As a Mermaid flow chart. */
  static String mermaid(CompositionTree composition) {
    var drawing = new CompositionDrawing();
    drawing.text.append("flowchart LR\n");
    Map<String, String> ids = drawing.mermaidNodes("  ", composition);
    drawing.text.append("  exports([exports])\n  ").append(HOST).append("([host])\n");
    drawing.mermaidEdges(composition, ids);
    return drawing.text.toString();
  }

  /** Declares the parts; returns their ids by their names. */
  private Map<String, String> mermaidNodes(String indent, CompositionTree composition) {
    Map<String, String> ids = new HashMap<>();
    for (Part part : composition.parts()) {
      String id = "p" + nodes++;
      ids.put(part.name(), id);
      if (part.inside().isComposition()) {
        text.append(indent + "subgraph " + id + "[\"" + mermaid(part.name()) + "\"]\n");
        Map<String, String> inner = mermaidNodes(indent + "  ", part.inside());
        // A subgraph can't be the end of an arrow within itself.
        String exports = id + "x";
        text.append(indent + "  " + exports + "([exports])\n");
        mermaidEdges(indent + "  ", exports, part.inside().exports(), inner, false);
        for (Part one : part.inside().parts()) {
          mermaidEdges(indent + "  ", inner.get(one.name()), one.imports(), inner, false);
        }
        text.append(indent + "end\n");
      } else {
        text.append(indent + id + "[\"" + mermaid(part.name()) + "\"]\n");
      }
    }
    return ids;
  }

  private void mermaidEdges(CompositionTree composition, Map<String, String> ids) {
    mermaidEdges("  ", "exports", composition.exports(), ids, true);
    for (Part part : composition.parts()) {
      mermaidEdges("  ", ids.get(part.name()), part.imports(), ids, true);
    }
  }

  private void mermaidEdges(
      String indent, String from, List<Wire> wires, Map<String, String> ids, boolean withHost) {
    for (Wire wire : wires) {
      String to = wire.isFromHost() ? withHost ? HOST : null : ids.get(wire.part());
      if (to != null) {
        text.append(indent + from + " -->|\"" + mermaid(wire.name()) + "\"| " + to + "\n");
      }
    }
  }

  private static String mermaid(String label) {
    return oneLine(label)
        .replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;");
  }

  /** As a graph for Graphviz. */
  static String dot(CompositionTree composition) {
    var drawing = new CompositionDrawing();
    drawing.text.append("digraph composition {\n  rankdir=LR;\n  node [shape=box];\n");
    Map<String, String> ids = drawing.dotNodes("  ", composition);
    drawing.text.append("  exports [shape=plaintext];\n  " + HOST + " [shape=plaintext];\n");
    drawing.dotEdges("  ", "exports", composition.exports(), ids, true);
    for (Part part : composition.parts()) {
      drawing.dotEdges("  ", ids.get(part.name()), part.imports(), ids, true);
    }
    return drawing.text.append("}\n").toString();
  }

  private Map<String, String> dotNodes(String indent, CompositionTree composition) {
    Map<String, String> ids = new HashMap<>();
    for (Part part : composition.parts()) {
      String id = "p" + nodes++;
      ids.put(part.name(), id);
      String node = id + " [label=\"" + dot(part.name()) + "\"];\n";
      if (part.inside().isComposition()) {
        text.append(indent + "subgraph cluster_" + id + " {\n" + indent + "  " + node);
        Map<String, String> inner = dotNodes(indent + "  ", part.inside());
        dotEdges(indent + "  ", id, part.inside().exports(), inner, false);
        for (Part one : part.inside().parts()) {
          dotEdges(indent + "  ", inner.get(one.name()), one.imports(), inner, false);
        }
        text.append(indent + "}\n");
      } else {
        text.append(indent + node);
      }
    }
    return ids;
  }

  private void dotEdges(
      String indent, String from, List<Wire> wires, Map<String, String> ids, boolean withHost) {
    for (Wire wire : wires) {
      String to = wire.isFromHost() ? withHost ? HOST : null : ids.get(wire.part());
      if (to != null) {
        text.append(indent + from + " -> " + to + " [label=\"" + dot(wire.name()) + "\"];\n");
      }
    }
  }

  private static String dot(String label) {
    return oneLine(label).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Names are their makers'. */
  private static String oneLine(String name) {
    return Printable.text(name.replace('\n', ' ').replace('\t', ' '));
  }
}
