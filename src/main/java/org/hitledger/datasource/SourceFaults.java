package org.hitledger.datasource;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.hitledger.fault.Fault;
import org.hitledger.fault.UsageFault;
import scala.Option;
import scala.collection.immutable.Map;
import scala.jdk.javaapi.CollectionConverters;

/** Tells users of Spark of faults as Spark does. */
final class SourceFaults {
  /** Spark's own class of errors whose message somebody else has worded. */
  private static final String ERROR_CLASS = "USER_RAISED_EXCEPTION";

  private SourceFaults() {}

  /** Does something whose faults are those of options, of inputs, or of what both name. */
  static <T> T asSparks(Supplier<T> action) {
    try {
      return action.get();
    } catch (UsageFault fault) {
      throw SourceFaults.<RuntimeException>unchecked(analysis(fault));
    } catch (Fault fault) {
      throw new IllegalArgumentException(fault.getMessage(), fault);
    }
  }

  private static AnalysisException analysis(Fault fault) {
    String text = String.join("\n  ", withPicture(fault));
    return new AnalysisException(
        ERROR_CLASS,
        Map.from(CollectionConverters.asScala(java.util.Map.of("errorMessage", text))),
        Option.apply(fault));
  }

  private static List<String> withPicture(Fault fault) {
    return Stream.concat(Stream.of(fault.getMessage()), fault.picture().stream()).toList();
  }

  /** Spark is of Scala, which knows no checked exceptions: its own cannot be declared here. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure;
  }
}
