package org.hitledger.source;

import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.hitledger.compression.DamageException;
import org.hitledger.compression.Defect;
import org.hitledger.compression.ForeignContent;
import org.hitledger.compression.Packing;
import org.hitledger.fault.InputFault;

/**
 * What to do about a file that is not read, as a command for the shell. It leaves a folder that can
 * be counted, and deletes nothing: what was unpacked comes into a new folder beside the file, and
 * then the file does too, under a name that is skipped. A step is done if the one before it was; so
 * none is a pipe, of which a shell knows only how its end went.
 */
public final class Advice {
  /** Skipped, should the command not come to its end. */
  private static final String UNPACKED = "_unpacked";

  private static final String FOLDER = ".d";
  private static final String TEXT = ".log";

  private final Path path;
  private final boolean isLocal;
  private final String file;
  private final String folder;

  /**
   * Advice on a file.
   *
   * @param path the file, with its scheme
   */
  public Advice(Path path) {
    this.path = path;
    this.isLocal = InputPath.isLocal(path);
    this.file = isLocal ? path.toUri().getPath() : path.getName();
    this.folder = free(FOLDER);
  }

  /**
   * What to do about what holds no lines.
   *
   * @param content what it holds
   * @param packing around that, or nothing
   * @return the fault to throw
   */
  public InputFault unpack(ForeignContent content, Optional<Packing> packing) {
    String what =
        packing.map(outer -> outer + " that holds " + content).orElseGet(content::toString);
    return fault("is %s, which is not read;".formatted(what), steps(content, packing));
  }

  /**
   * What to do about what cannot be unpacked to its end.
   *
   * @param packing of the file
   * @param damage what is wrong with it
   * @return the fault to throw
   */
  public InputFault damaged(Packing packing, DamageException damage) {
    if (damage.defect().defect() == Defect.UNSUPPORTED) {
      return unpackElsewhere(packing, damage.getMessage());
    }
    return new InputFault(
        "%s is damaged: %s; replace it by a whole copy, leave it out, or count what can be read of it with --on-damage salvage"
            .formatted(path, damage.getMessage()),
        damage);
  }

  /** It is whole, and cannot be unpacked in the memory that there is. */
  private InputFault unpackElsewhere(Packing packing, String why) {
    String hint = packing == Packing.ZSTD ? " add -D DICTIONARY if it has one, and" : "";
    return fault(
        "cannot be unpacked here: %s;%s".formatted(why, hint),
        Stream.of("%s < %s > %s".formatted(packing.unpackAnyCommand(), quoted(file), lines())));
  }

  /**
   * What to do about a suffix by which Hadoop unpacks: nobody knows whether there is reason to.
   *
   * @param suffix with its dot
   * @return the fault to throw
   */
  InputFault unpackByHadoop(String suffix) {
    return fault(
        "is named %s, which is not read; if it is text, rename it: %s; if not,"
            .formatted(suffix, renaming(TEXT)),
        Stream.of("hadoop fs -text %s > %s".formatted(quoted(path.toUri().toString()), lines())));
  }

  /**
   * What to do about text that is named as if it were packed.
   *
   * @param why what its name says, and what it is
   * @return the fault to throw
   */
  InputFault renameText(String why) {
    return new InputFault(
        "%s %s; rename it if it is text: %s; or replace it by the whole file"
            .formatted(path, why, renaming(TEXT)));
  }

  /**
   * What to do about what is packed and not named so.
   *
   * @param packing what it is packed with
   * @return the fault to throw
   */
  InputFault renamePacked(Packing packing) {
    return new InputFault(
        "%s is %s, but its name does not end with %s; rename it: %s"
            .formatted(path, packing, packing.suffix(), renaming(packing.suffix())));
  }

  private Stream<String> steps(ForeignContent content, Optional<Packing> packing) {
    if (packing.isPresent()) {
      return Stream.of(
          "%s < %s > %s".formatted(packing.get().unpackCommand(), quoted(file), unpacked()),
          step(content, unpacked()),
          "rm -f " + unpacked());
    }
    // Unzip takes a name for a pattern. The name of a link is none.
    return content == ForeignContent.ZIP
        ? Stream.of(
            "ln -s %s %s".formatted(quoted(isLocal ? file : "../" + file), unpacked()),
            step(content, unpacked()),
            "rm " + unpacked())
        : Stream.of(step(content, quoted(file)));
  }

  private String step(ForeignContent content, String from) {
    return switch (content) {
      case TAR -> "tar -xf %s -C %s".formatted(from, quoted(folder));
      case ZIP -> "(cd %s && unzip -q %s)".formatted(quoted(folder), UNPACKED);
      case LZ4 -> lz4(from);
      case LZMA -> "xz --format=lzma -dc < %s > %s".formatted(from, lines());
      case UTF_16, UTF_16LE, UTF_16BE, UTF_32 ->
          "iconv -f %s -t UTF-8 < %s > %s"
              .formatted(content.name().replace('_', '-'), from, lines());
      case GZIP -> again(Packing.GZIP, from);
      case BZIP2 -> again(Packing.BZIP2, from);
      case ZSTD -> again(Packing.ZSTD, from);
      case XZ -> again(Packing.XZ, from);
    };
  }

  /** It is not looked into, so that the name has to tell. */
  private String lz4(String from) {
    String to = inFolder("_unlz4");
    return path.getName().contains(".tar.")
        ? "lz4 -dc < %s > %s && %s && rm %s".formatted(from, to, step(ForeignContent.TAR, to), to)
        : "lz4 -dc < %s > %s".formatted(from, lines());
  }

  private String again(Packing inner, String from) {
    return "mv %s %s".formatted(from, inFolder(path.getName() + inner.suffix()));
  }

  private InputFault fault(String why, Stream<String> steps) {
    String command =
        Stream.of(
                Stream.of("mkdir " + quoted(folder)),
                steps,
                Stream.of("mv %s %s".formatted(quoted(file), inFolder("_" + path.getName()))))
            .flatMap(step -> step)
            .collect(Collectors.joining(" && "));
    return new InputFault(
        "%s %s unpack it%s: %s; then count %s in its place, or a folder around it"
            .formatted(path, why, isLocal ? "" : ", in a local copy", command, quoted(folder)));
  }

  private String renaming(String suffix) {
    return "mv %s %s".formatted(quoted(file), quoted(free(suffix)));
  }

  private String unpacked() {
    return inFolder(UNPACKED);
  }

  private String lines() {
    return inFolder(path.getName() + TEXT);
  }

  private String inFolder(String name) {
    return quoted(folder + "/" + name);
  }

  /** A name beside the file that nothing has yet, as far as is known here. */
  private String free(String suffix) {
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> file + (i == 1 ? "" : "." + i) + suffix)
        .filter(name -> !isLocal || !Files.exists(java.nio.file.Path.of(name)))
        .findFirst()
        .orElseThrow();
  }

  /** For a shell, whatever is in it. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
