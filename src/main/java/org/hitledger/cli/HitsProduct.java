package org.hitledger.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hitledger.hits.HitsTable;
import org.hitledger.period.Timeline;
import org.hitledger.period.Undivided;
import org.hitledger.privacy.Privacy;
import org.hitledger.rules.AccessLimits;

/** Every accepted line as a row, published. */
record HitsProduct(HitsCommand arguments, Privacy privacy) implements Product {
  @Override
  public String command() {
    return "hits";
  }

  @Override
  public Optional<String> output() {
    return Optional.of(arguments.output);
  }

  @Override
  public Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    arguments.anonymizeHosts.ifPresent(
        how -> options.put("anonymize-hosts", how.name().toLowerCase(Locale.ROOT)));
    arguments.hashKeyFile.ifPresent(file -> options.put("hash-key-file", file));
    options.put("drop-query", Boolean.toString(arguments.dropQuery));
    return options;
  }

  /** A query can limit what it counts; the table has all. */
  @Override
  public AccessLimits limits() {
    return AccessLimits.NONE;
  }

  @Override
  public Timeline timeline() {
    return Undivided.TIME;
  }

  @Override
  public void write(Reckoning reckoning, String folder) {
    reckoning.tables().writeBalance(folder);
    table(reckoning).write(folder);
  }

  @Override
  public void requireWritten(Reckoning reckoning, String folder) {
    table(reckoning).audit(folder, reckoning.tables());
  }

  private HitsTable table(Reckoning reckoning) {
    return new HitsTable(
        reckoning.spark(),
        reckoning.inputs(),
        reckoning.classifier(),
        reckoning.reading(),
        privacy);
  }

  /** Rows are for queries; the balance, which follows, says how many there are. */
  @Override
  public void show(Reckoning reckoning, Console console) {}
}
