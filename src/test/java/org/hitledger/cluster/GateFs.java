package org.hitledger.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** {@link GateFileSystem} as Hadoop's other interface to file systems wants it. */
public final class GateFs extends DelegateToFileSystem {
  /** Called by Hadoop. */
  public GateFs(URI uri, Configuration conf) throws IOException, URISyntaxException {
    super(uri, initialized(conf), conf, GateFileSystem.SCHEME, false);
  }

  private static GateFileSystem initialized(Configuration conf) throws IOException {
    var fs = new GateFileSystem();
    fs.initialize(fs.getUri(), conf);
    return fs;
  }
}
