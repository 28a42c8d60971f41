package org.hitledger.publish;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Makes results appear whole or not at all: where a rename is one step by that, on object stores by
 * the manifest, which is written last.
 */
public sealed interface Publication extends AutoCloseable
    permits RenamedPublication, PlacedPublication {

  /**
   * Prepares to publish: heals and cleans what dead runs left, refuses to write over what must
   * stay, and makes the folder to write into.
   *
   * @param folder where the results are to appear
   * @param overwrite whether older results may be replaced
   * @param hadoop how to reach the file system
   * @return the publication, to be closed whether it was completed or not
   * @throws org.hitledger.fault.OutputFault if nothing can be written there
   * @throws org.hitledger.fault.UsageFault if something is there that may not be replaced
   */
  static Publication begin(ResultFolder folder, boolean overwrite, Configuration hadoop) {
    folder.requireReplaceable(overwrite, hadoop);
    return switch (folder.storeKind(hadoop)) {
      case FILE_SYSTEM -> RenamedPublication.begin(folder, overwrite, hadoop);
      case OBJECT_STORE -> PlacedPublication.begin(folder, hadoop);
    };
  }

  /**
   * Where the results are to appear.
   *
   * @return a folder that may not exist
   */
  Path target();

  /**
   * Where the results are to be written.
   *
   * @return a folder of this run alone
   */
  Path staging();

  /**
   * The same, as Spark takes it.
   *
   * @return the path with its scheme
   */
  default String stagingName() {
    return staging().toString();
  }

  /**
   * What a user should know of earlier runs' traces.
   *
   * @return one sentence each
   */
  List<String> notes();

  /**
   * Publishes what is in the staging folder.
   *
   * @param manifest the contents of {@link ResultFolder#MANIFEST}, written last, for the files that
   *     have been written
   * @return what a user should know of it, one sentence
   * @throws org.hitledger.fault.OutputFault if it could not be done; the message says where older
   *     results are
   */
  Optional<String> complete(Function<List<TableFile>, byte[]> manifest);

  /**
   * Whether the results are at the target.
   *
   * @return true once they are complete; whoever asks while they are being published waits for it
   */
  boolean isPublished();

  /**
   * Removes what was written, if it has not become the results. From then on it cannot any more;
   * whoever closes while it is being published waits for it.
   */
  @Override
  void close();
}
