package org.hitledger.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hitledger.count.Audit;
import org.hitledger.count.CountTables;
import org.hitledger.period.Periods;
import org.hitledger.period.Timeline;
import org.hitledger.period.Undivided;
import org.hitledger.rules.AccessLimits;

/** Hits per path: printed, and published if that is asked for. */
record CountProduct(CountCommand arguments) implements Product {
  @Override
  public String command() {
    return "count";
  }

  @Override
  public Optional<String> output() {
    return arguments.output;
  }

  @Override
  public Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    arguments.statuses.ifPresent(statuses -> options.put("status", statuses.toString()));
    arguments.methods.ifPresent(methods -> options.put("method", methods.toString()));
    arguments.since.ifPresent(time -> options.put("since", time.toString()));
    arguments.until.ifPresent(time -> options.put("until", time.toString()));
    options.put("zone", arguments.zone.toString());
    arguments.by.ifPresent(unit -> options.put("by", UnitName.of(unit)));
    options.put("top", arguments.top.toString());
    options.put("format", arguments.format.name().toLowerCase(Locale.ROOT));
    return options;
  }

  @Override
  public AccessLimits limits() {
    return Limits.of(arguments);
  }

  @Override
  public Timeline timeline() {
    return arguments
        .by
        .<Timeline>map(unit -> new Periods(unit, arguments.zone))
        .orElse(Undivided.TIME);
  }

  @Override
  public void write(Reckoning reckoning, String folder) {
    reckoning.tables().write(folder);
  }

  @Override
  public void requireWritten(Reckoning reckoning, String folder) {
    Audit written = CountTables.read(reckoning.spark(), folder).audit();
    if (!written.equals(reckoning.audit())) {
      throw new IllegalStateException(
          "what was written is not what was counted: %s, %s".formatted(written, reckoning.audit()));
    }
  }

  @Override
  public void show(Reckoning reckoning, Console console) {
    console.result(
        reckoning.tables().top(arguments.top.rows(), reckoning.audit()).iterator(),
        arguments.format);
  }
}
