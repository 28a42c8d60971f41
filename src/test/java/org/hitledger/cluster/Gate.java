package org.hitledger.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A place where one process stops until another lets it go on. Made of two named pipes, at which
 * reader and writer wait for each other, so that nobody has to guess how long something takes.
 *
 * @param folder where the pipes are
 */
record Gate(Path folder) {

  /** Makes a gate, closed. */
  static Gate in(Path folder) throws IOException, InterruptedException {
    var gate = new Gate(Files.createDirectories(folder));
    for (Path pipe : new Path[] {gate.arrived(), gate.open()}) {
      if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
        throw new IOException("cannot make " + pipe);
      }
    }
    return gate;
  }

  /** For the process under test: the first to come waits, the others pass. */
  void pass() {
    try {
      Files.createFile(folder.resolve("taken"));
      Files.writeString(arrived(), Long.toString(ProcessHandle.current().pid()));
      Files.readString(open());
    } catch (FileAlreadyExistsException e) {
      // Somebody else waits here, or has waited.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For the test: waits until a process stands at the gate. */
  ProcessHandle awaitArrival(Submit.Running run) throws Exception {
    var arrival = new CompletableFuture<String>();
    var reader = new Thread(() -> arrival.complete(readPid()));
    // If nobody ever comes it waits for ever, which is no reason for the tests to.
    reader.setDaemon(true);
    reader.start();
    CompletableFuture.anyOf(arrival, run.process().onExit()).get();
    if (!arrival.isDone()) {
      throw new AssertionError("ended without coming to the gate: " + run.finish());
    }
    return ProcessHandle.of(Long.parseLong(arrival.get())).orElseThrow();
  }

  /** For the test: lets the process at the gate go on, if it is still there. */
  void letGo() {
    var opener = new Thread(this::writeGo);
    // If nobody is there it waits for ever.
    opener.setDaemon(true);
    opener.start();
  }

  private void writeGo() {
    try {
      Files.writeString(open(), "go");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String readPid() {
    try {
      return Files.readString(arrived());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path arrived() {
    return folder.resolve("arrived");
  }

  private Path open() {
    return folder.resolve("open");
  }
}
