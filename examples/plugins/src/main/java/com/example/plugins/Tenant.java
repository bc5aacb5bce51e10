package com.example.plugins;

import example.plugins.notes.Notes;
import java.util.ArrayList;
import java.util.List;

/** Whom a plug-in works for, and what plug-ins reach of it. Thread-safe. */
public final class Tenant implements Notes {

  private static final int MOST_NOTES = 1_000;
  private static final int LONGEST_NOTE = 1_000;

  private final String name;
  private final List<String> notes = new ArrayList<>();

  /** A tenant without notes. */
  public Tenant(String name) {
    this.name = name;
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** Keeps a note. What plug-ins leave with the host is the host's to bound. */
  @Override
  public synchronized void add(String note) {
    if (notes.size() == MOST_NOTES || note.length() > LONGEST_NOTE) {
      throw new IllegalStateException(name + " has too many notes, or one is too long");
    }
    notes.add(note);
  }

  @Override
  public synchronized List<String> all() {
    return List.copyOf(notes);
  }
}
