package dev.switchblade.wasi;

/** A right to the files, or to the folders, below a preopened folder. */
public enum Access {
  /** Files: open and read. Folders: list. Either: look at size and times. */
  READ,
  /** Files: write, truncate, set times. Folders: remove and rename what is in them, set times. */
  WRITE,
  /**
   * Files: make new ones, also links. Folders: make new ones. What a new file may hold is up to
   * {@link #WRITE}.
   */
  CREATE
}
