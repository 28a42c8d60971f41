package org.hitledger.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** {@link FaultFileSystem} as Hadoop's other interface to file systems wants it. */
public final class FaultFs extends DelegateToFileSystem {
  /** Called by Hadoop. */
  public FaultFs(URI uri, Configuration conf) throws IOException, URISyntaxException {
    super(uri, initialized(conf), conf, FaultFileSystem.SCHEME, false);
  }

  private static FaultFileSystem initialized(Configuration conf) throws IOException {
    var fs = new FaultFileSystem();
    fs.initialize(fs.getUri(), conf);
    return fs;
  }
}
