package org.hitledger.product.rejects;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.hitledger.fault.OutputFault;
import org.hitledger.product.RejectedLines;
import org.hitledger.product.findings.FindingsOfTasks;
import org.hitledger.rules.Outcome;
import org.hitledger.source.HadoopFileSystems;

/**
 * Keeps rejected lines in files, one for each try of a task that has any. Only a try that has come
 * to its end tells the name of its file, so that no line is there twice or from a file read in
 * part.
 *
 * @param folder where the files are; an existing one
 * @param told the files of tasks that have come to their ends
 * @param hadoop how to reach the file system
 */
record KeptLines(
    String folder, FindingsOfTasks<TaskFile> told, Broadcast<SerializableConfiguration> hadoop)
    implements RejectedLines {
  private static final long serialVersionUID = 1L;

  @Override
  public OfTask begin() {
    return new Keeper();
  }

  private final class Keeper implements OfTask {
    private final Path file = new Path(folder, UUID.randomUUID().toString());
    private Optional<DataOutputStream> open = Optional.empty();

    @Override
    public void add(String log, long partStart, long number, Outcome outcome, byte[] line) {
      try {
        if (open.isEmpty()) {
          open();
        }
        new KeptLine(log, partStart == 0 ? number : KeptLine.UNKNOWN, outcome, line)
            .write(open.get());
      } catch (IOException e) {
        throw unwritten(e);
      }
    }

    private void open() throws IOException {
      FileSystem fs = HadoopFileSystems.of(file, hadoop.value().value());
      // Not a plain create, which would make a folder anew that a run has left behind.
      var out = new DataOutputStream(new BufferedOutputStream(fs.createFile(file).build()));
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(out));
      open = Optional.of(out);
    }

    /** Of a task that fails; of others it is closed before. */
    private static void close(DataOutputStream out) {
      try {
        out.close();
      } catch (IOException e) {
        // The task has failed already, and nobody reads the file.
      }
    }

    @Override
    public void end() {
      if (open.isEmpty()) {
        return;
      }
      try {
        KeptLine.writeEnd(open.get());
        open.get().close();
      } catch (IOException e) {
        throw unwritten(e);
      }
      open = Optional.empty();
      told.add(new TaskFile(TaskContext.getPartitionId(), file.toString()));
    }

    private static OutputFault unwritten(IOException e) {
      return new OutputFault(
          "the rejected lines could not be written: %s; older results are untouched"
              .formatted(e.getMessage()),
          e);
    }
  }
}
