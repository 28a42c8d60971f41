package org.hitledger.product.rejects;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hitledger.rules.Outcome;

/**
 * A rejected line on its way to the table.
 *
 * @param file as the balance names it
 * @param number in the file, from 1, or {@link #UNKNOWN}
 * @param outcome why it is rejected
 * @param line its bytes
 */
// Arrays in records compare by identity; lines are passed on and never compared.
@SuppressWarnings("ArrayRecordComponent")
record KeptLine(String file, long number, Outcome outcome, byte[] line) {
  /** Of a line in a part of a plain file behind the first: only the parts before it could tell. */
  static final long UNKNOWN = 0;

  /** Enough to see what is wrong with a line. */
  private static final int MOST_BYTES = 4096;

  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(true);
    out.writeUTF(file);
    out.writeLong(number);
    out.writeUTF(outcome.label());
    int length = Math.min(line.length, MOST_BYTES);
    out.writeInt(length);
    out.write(line, 0, length);
  }

  static void writeEnd(DataOutputStream out) throws IOException {
    out.writeBoolean(false);
  }

  /** The next line; nothing where the end is written. */
  static Optional<KeptLine> read(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return Optional.empty();
    }
    String file = in.readUTF();
    long number = in.readLong();
    Outcome outcome = Outcome.labelled(in.readUTF());
    byte[] line = new byte[in.readInt()];
    in.readFully(line);
    return Optional.of(new KeptLine(file, number, outcome, line));
  }

  /** As the table has it; null is nothing to Spark. */
  Row row() {
    return RowFactory.create(file, number == UNKNOWN ? null : number, outcome.label(), line);
  }
}
