package org.hitledger.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.publish.RunId;
import org.hitledger.publish.WholeFile;
import org.hitledger.source.HadoopFileSystems;

/**
 * Lets one update at a time write to a ledger. On this machine's file systems the system itself
 * holds the lock, and gives it back when a process dies, however that happens; elsewhere a file is
 * the lock, which names its owner.
 */
public final class LedgerLock {
  private static final String NAME = ".lock";
  private static final int MOST_BYTES = 1024;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  /** Instead of a lock that was not had in time. */
  private static final Closeable NOBODY = () -> {};

  private final Closeable held;

  private LedgerLock(Closeable held) {
    this.held = held;
  }

  /** One way to lock. */
  @FunctionalInterface
  private interface Lock {
    /** Nothing if somebody else has it. */
    Optional<Closeable> tryLock() throws IOException;
  }

  /**
   * Does something while nobody else may.
   *
   * @param ledger its folder; made if it does not exist
   * @param patience how long to wait for another update
   * @param hadoop how to reach the file system
   * @param work what is done
   * @return what the work gave
   * @throws UsageFault if another update has the lock, and does not give it back in that time
   * @throws OutputFault if nothing can be written there
   */
  public static <T> T whileHeld(
      LedgerFolder ledger, Duration patience, Configuration hadoop, Supplier<T> work) {
    LedgerLock lock = of(ledger, patience, hadoop);
    try {
      return work.get();
    } finally {
      lock.release();
    }
  }

  private static LedgerLock of(LedgerFolder ledger, Duration patience, Configuration hadoop) {
    Path path = new Path(ledger.path(), NAME);
    try {
      FileSystem fs = HadoopFileSystems.of(path, hadoop);
      if (!fs.mkdirs(ledger.path())) {
        throw new IOException("no permission, or a read-only file system");
      }
      boolean isLocal = fs.getUri().getScheme().equals("file");
      Lock lock = isLocal ? () -> tryLocal(path) : () -> tryFile(fs, path);
      return new LedgerLock(wait(lock, patience, () -> inUse(ledger, isLocal, fs, path)));
    } catch (IOException e) {
      throw new OutputFault("cannot write to %s: %s".formatted(ledger.path(), reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "no permission; check the owner and mode of the folder and of all in it"
        : e.getMessage();
  }

  @FunctionalInterface
  private interface Refusal {
    UsageFault fault() throws IOException;
  }

  private static Closeable wait(Lock lock, Duration patience, Refusal refusal) throws IOException {
    Optional<Closeable> atOnce = lock.tryLock();
    if (atOnce.isPresent()) {
      return atOnce.get();
    }
    var held = new CompletableFuture<Closeable>();
    ScheduledExecutorService tries = Executors.newSingleThreadScheduledExecutor();
    try {
      // No file system tells when another process gives a lock back.
      Future<?> trying =
          tries.scheduleWithFixedDelay(
              () -> tryInto(held, lock), 0, BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
      Closeable lockOrNobody =
          held.completeOnTimeout(NOBODY, patience.toMillis(), TimeUnit.MILLISECONDS).get();
      trying.cancel(false);
      if (lockOrNobody == NOBODY) {
        throw refusal.fault();
      }
      return lockOrNobody;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      if (!held.cancel(false)) {
        held.join().close();
      }
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for another run", e);
    } finally {
      tries.shutdownNow();
    }
  }

  /** What comes too late is given back. */
  private static void tryInto(CompletableFuture<Closeable> held, Lock lock) {
    try {
      Optional<Closeable> now = lock.tryLock();
      if (now.isPresent() && !held.complete(now.get())) {
        now.get().close();
      }
    } catch (IOException e) {
      held.completeExceptionally(e);
    }
  }

  private static UsageFault inUse(LedgerFolder ledger, boolean isLocal, FileSystem fs, Path path)
      throws IOException {
    String owner = owner(fs, path);
    String advice = isLocal ? "" : "; if that run is dead, delete %s".formatted(path);
    return new UsageFault(
        "%s is being updated by another run (%s); run again when it has ended, or let --wait SECONDS wait for it%s"
            .formatted(ledger.path(), owner.isEmpty() ? "which has just begun" : owner, advice));
  }

  private static String owner(FileSystem fs, Path path) throws IOException {
    try (InputStream in = fs.open(path)) {
      return new String(in.readNBytes(MOST_BYTES), UTF_8).strip();
    }
  }

  private static Optional<Closeable> tryLocal(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            java.nio.file.Path.of(path.toUri().getPath()),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        channel.truncate(0).write(ByteBuffer.wrap(self()));
        return Optional.of(() -> release(channel));
      }
    } catch (OverlappingFileLockException e) {
      // Another run in this process has it.
    }
    channel.close();
    return Optional.empty();
  }

  /** The file stays: if it were deleted, two others could hold one of that name each. */
  private static void release(FileChannel channel) throws IOException {
    try (channel) {
      channel.truncate(0);
    }
  }

  private static Optional<Closeable> tryFile(FileSystem fs, Path path) throws IOException {
    if (isOfTheDead(fs, path)) {
      // Only one can rename it away; who comes second finds the next one's lock, or none.
      Path dead = new Path(path.getParent(), NAME + "-" + RunId.ofThisProcess());
      if (fs.rename(path, dead)) {
        remove(fs, dead, path);
      }
    }
    try {
      WholeFile.write(self(), fs.createFile(path).overwrite(false));
      return Optional.of(() -> fs.delete(path, false));
    } catch (FileAlreadyExistsException e) {
      return Optional.empty();
    }
  }

  private static void remove(FileSystem fs, Path dead, Path path) throws IOException {
    if (isOfTheDead(fs, dead)) {
      fs.delete(dead, false);
    } else {
      // Somebody was faster between the two steps: it is the lock of the living.
      fs.rename(dead, path);
    }
  }

  private static boolean isOfTheDead(FileSystem fs, Path path) throws IOException {
    return fs.exists(path) && RunId.parse(owner(fs, path)).filter(RunId::isDead).isPresent();
  }

  private static byte[] self() {
    return RunId.ofThisProcess().toString().getBytes(UTF_8);
  }

  private void release() {
    try {
      held.close();
    } catch (IOException e) {
      throw new OutputFault("the lock of the ledger could not be given back: " + e.getMessage(), e);
    }
  }
}
