package org.hitledger.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.hitledger.compression.ForeignContent;
import org.hitledger.compression.Members;
import org.hitledger.compression.Packing;
import org.hitledger.fault.InputFault;

/**
 * Looks into a file before the engine does: at its first bytes, which its name may belie, and if it
 * is packed at the first that are unpacked.
 *
 * @param file the file
 * @param fs where it is
 */
record ContentCheck(FileStatus file, FileSystem fs) {
  /** Enough for the first unpacked bytes of most files. */
  private static final int BUFFER = 4096;

  private static final Pattern NAMED_TAR =
      Pattern.compile(".*\\.(tar\\.[a-z0-9]+|t[bgx]z2?|tzst)", Pattern.DOTALL);

  /** Hadoop unpacks these by their names alone, and there may be no first bytes that tell. */
  private static final List<String> UNPACKED_BY_HADOOP = List.of(".lz4", ".snappy", ".deflate");

  private static final List<String> ARCHIVES = List.of("zip", "tar");

  /** One at a time looks into what takes time or memory to unpack. */
  private static final Object DEAR = new Object();

  /**
   * Makes sure that the file can be read, as what its name says.
   *
   * @throws InputFault if it cannot, is nothing that is read, or is named as what it is not
   */
  void requireReadable() {
    Path path = file.getPath();
    if (InputPath.isSpecial(path)) {
      throw new InputFault(path + " is a pipe or a device; save it to a file first and name that");
    }
    try {
      requireLines();
    } catch (FileNotFoundException e) {
      throw Unreadable.because(isThere(e) ? forbidden(e) : e, path.toString());
    } catch (IOException e) {
      throw Unreadable.because(e, path.toString());
    }
  }

  /** The local file system throws the same for a file that may not be opened. */
  private boolean isThere(FileNotFoundException e) {
    try {
      return fs.exists(file.getPath());
    } catch (IOException again) {
      e.addSuppressed(again);
      return false;
    }
  }

  private static AccessControlException forbidden(FileNotFoundException e) {
    return new AccessControlException(e);
  }

  private void requireLines() throws IOException {
    try (InputStream in = HadoopFileSystems.open(fs, file.getPath(), file.getLen())) {
      byte[] head = in.readNBytes(ForeignContent.HEAD);
      Optional<Packing> packing = Packing.ofContent(head);
      if (packing.isPresent()) {
        requirePackedLines(packing.get(), Peeked.whole(head, in));
      } else {
        requirePlainLines(head);
      }
    }
  }

  private void requirePackedLines(Packing packing, InputStream in) throws IOException {
    boolean isNamedSo = Packing.ofName(file.getPath().getName()).equals(Optional.of(packing));
    Optional<ForeignContent> foreign = contentOf(packing, isNamedSo, in);
    if (foreign.isPresent()) {
      throw new Advice(file.getPath()).unpack(foreign.get(), Optional.of(packing));
    }
    if (!isNamedSo) {
      // Spark goes by the suffix: without it packed bytes would be taken for lines of text.
      throw new Advice(file.getPath()).renamePacked(packing);
    }
  }

  /** What is dear to look into is looked at when it is read, unless there is reason for doubt. */
  private Optional<ForeignContent> contentOf(Packing packing, boolean isNamedSo, InputStream in)
      throws IOException {
    if (packing.isCheapToLookInto()) {
      return contentOf(packing, in);
    }
    if (isNamedSo && !NAMED_TAR.matcher(file.getPath().getName()).matches()) {
      return Optional.empty();
    }
    synchronized (DEAR) {
      return contentOf(packing, in);
    }
  }

  private static Optional<ForeignContent> contentOf(Packing packing, InputStream in)
      throws IOException {
    try (var members = new Members(packing, in, BUFFER)) {
      return ForeignContent.inside(members.readHead(ForeignContent.HEAD));
    }
  }

  private void requirePlainLines(byte[] head) throws IOException {
    Optional<ForeignContent> foreign = ForeignContent.of(head);
    if (foreign.isPresent()) {
      throw new Advice(file.getPath()).unpack(foreign.get(), Optional.empty());
    }
    String name = file.getPath().getName();
    Optional<String> byHadoop = UNPACKED_BY_HADOOP.stream().filter(name::endsWith).findFirst();
    if (byHadoop.isPresent()) {
      throw new Advice(file.getPath()).unpackByHadoop(byHadoop.get());
    }
    Optional<Packing> packing = Packing.ofName(name);
    if (packing.isPresent()) {
      throw belied(packing.get().suffix(), packing.get().toString(), head);
    }
    Optional<String> archive =
        ARCHIVES.stream().filter(type -> name.endsWith("." + type)).findFirst();
    if (archive.isPresent()) {
      throw belied("." + archive.get(), archive.get() + " archive", head);
    }
  }

  private InputFault belied(String suffix, String meaning, byte[] head) {
    String what = head.length == 0 ? "is empty" : "is no " + meaning;
    return new Advice(file.getPath()).renameText("is named %s, but %s".formatted(suffix, what));
  }
}
