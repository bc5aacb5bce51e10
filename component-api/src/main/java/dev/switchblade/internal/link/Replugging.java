package dev.switchblade.internal.link;

import dev.switchblade.LinkException;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.ffi.BlockWriter;
import java.util.ArrayList;
import java.util.List;

/** Replaces what is plugged into an instance that is there. */
public final class Replugging {

  private Replugging() {}

  /**
   * The block that {@code sb_instance_plug} documents.
   *
   * @param interfaceName of which the functions are replaced, as it is imported
   * @param provider an instance in the same store
   * @throws IllegalStateException if nothing is plugged in there
   * @throws LinkException if the provider doesn't export what is imported, or with other types
   */
  public static byte[] block(LinkedInstance instance, String interfaceName, Provider provider) {
    List<FunctionCodec> imports = instance.pluggedImports();
    var types = new PluggedTypes(instance.component(), instance.hostResources(), (_, _) -> true);
    List<PluggedTypes.Difference> differences = new ArrayList<>();
    List<FunctionCodec> missing = new ArrayList<>();
    List<Integer> changes = new ArrayList<>();
    int count = 0;
    for (int place = 0; place < imports.size(); place++) {
      FunctionCodec imported = imports.get(place);
      if (!imported.instance().equals(interfaceName)) {
        continue;
      }
      count++;
      FunctionCodec export = provider.function(interfaceName, imported.name());
      if (export == null) {
        missing.add(imported);
        continue;
      }
      var difference = types.compare(new PluggedFunction(imported, provider, export));
      if (difference != null) {
        differences.add(difference);
      }
      changes.addAll(List.of(place, provider.instanceNumber(), export.index()));
    }
    if (count == 0) {
      throw new IllegalStateException(
          "nothing is plugged into "
              + instance.component()
              + " as "
              + (interfaceName.isEmpty() ? "functions of the root" : interfaceName)
              + ": what it was linked with can't be replaced, but what was plugged in can");
    }
    if (!missing.isEmpty() || !differences.isEmpty()) {
      throw mismatch(instance, provider, missing, differences);
    }
    var block = new BlockWriter();
    block.number(instance.number(), 4);
    block.string(provider.component().toString());
    block.number(count, 4);
    changes.forEach(number -> block.number(number, 4));
    return block.toByteArray();
  }

  private static LinkException mismatch(
      LinkedInstance instance,
      Provider provider,
      List<FunctionCodec> missing,
      List<PluggedTypes.Difference> differences) {
    List<LinkException> complaints = new ArrayList<>();
    for (FunctionCodec function : missing) {
      String what = "not exported by " + provider;
      complaints.add(
          new LinkException(
              instance.component()
                  + " imports "
                  + function.qualifiedName()
                  + ": "
                  + function.type()
                  + ", which is "
                  + what,
              List.of(
                  new LinkException.Problem(
                      LinkException.Kind.MISSING_IMPORT,
                      function.instance(),
                      function.name(),
                      what))));
    }
    complaints.addAll(PluggedTypes.complaints(instance.component(), differences));
    if (differences.stream().anyMatch(PluggedTypes.Difference::isOfResources)) {
      complaints.add(
          new LinkException(
              "The instance has, or may have, handles of what is plugged in now, which is therefore"
                  + " not replaced: plug the new part into a linker and instantiate "
                  + instance.component()
                  + " anew",
              List.of()));
    }
    return LinkException.all(complaints);
  }
}
