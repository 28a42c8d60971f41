package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.hitledger.bench.Corpus.Part;

/**
 * A corpus on disk.
 *
 * @param corpus which one
 * @param folder where its files are, and nothing else
 */
record CorpusFolder(Corpus corpus, Path folder) {
  private static final int GZIP_BUFFER = 1 << 16;

  /** The corpus under a folder, written unless it is there from an earlier run. */
  static CorpusFolder in(Path parent, Corpus corpus, int threads)
      throws IOException, InterruptedException {
    var site = new Site();
    Path folder = parent.resolve(corpus.label() + "-" + fingerprint(site, corpus)).toAbsolutePath();
    if (!Files.exists(folder)) {
      Files.createDirectories(parent);
      Path staging = Files.createTempDirectory(parent, ".writing-");
      writeAll(site, corpus, staging, threads);
      Files.move(staging, folder);
    }
    return new CorpusFolder(corpus, folder);
  }

  /** Files of another recipe are not taken for this one's. */
  private static String fingerprint(Site site, Corpus corpus) {
    var bytes = new ByteArrayOutputStream();
    for (int block = 0; block < 50; block++) {
      Block.write(site, block, bytes);
    }
    var crc = new CRC32();
    crc.update(bytes.toByteArray());
    crc.update(corpus.parts().toString().getBytes(US_ASCII));
    return Texts.format("%08x", crc.getValue());
  }

  private static void writeAll(Site site, Corpus corpus, Path folder, int threads)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> files = new ArrayList<>();
      for (Part part : corpus.parts()) {
        files.add(pool.submit(() -> write(site, part, folder)));
      }
      for (Future<Void> file : files) {
        file.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the corpus could not be written to " + folder, e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void write(Site site, Part part, Path folder) throws IOException {
    var lines = new ByteArrayOutputStream(1 << 16);
    try (OutputStream file = Files.newOutputStream(folder.resolve(part.name()));
        OutputStream gzip = new GZIPOutputStream(file, GZIP_BUFFER)) {
      for (int block = part.from(); block < part.to(); block++) {
        lines.reset();
        Block.write(site, block, lines);
        lines.writeTo(gzip);
      }
    }
    return null;
  }

  /** All files, sorted by name. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** Reads the files, so that whoever comes next finds them in memory. */
  void bringIntoMemory() throws IOException {
    for (Path file : files()) {
      Files.copy(file, OutputStream.nullOutputStream());
    }
  }

  /** What a gzip file of one member says at its end of its content's length. */
  static long rawBytes(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(bytes.length() - Integer.BYTES);
      return Integer.toUnsignedLong(Integer.reverseBytes(bytes.readInt()));
    }
  }
}
