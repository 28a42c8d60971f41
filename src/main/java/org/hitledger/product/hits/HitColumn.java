package org.hitledger.product.hits;

import static org.apache.spark.sql.functions.col;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.access.UrlParts;
import org.hitledger.access.UserAgent;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;

/**
 * The columns of the table of hits, in their order: name, type, and how a line fills them. A column
 * that may be null is filled out of an {@link Optional}. What each means stands in {@code
 * reference.md}.
 */
public enum HitColumn {
  /** When the server got the request. */
  TIME(HitType.TIMESTAMP, Hit::timeMicros),
  /** The zone's offset as logged, such as {@code -0400}. */
  UTC_OFFSET(HitType.STRING, hit -> text(hit.access().record().utcOffset())),
  /** The client; null for {@code -}. */
  HOST(HitType.STRING, hit -> orNull(hit.host())),
  /** By RFC 1413; null for {@code -}. */
  IDENTITY(HitType.STRING, hit -> text(hit.access().record().identity().flatMap(Hit::unlessNone))),
  /** Who had logged in; null for {@code -}, or if empty. */
  USER(HitType.STRING, hit -> text(hit.access().record().user().flatMap(Hit::unlessNone))),
  /** The site asked for, as logged; null for {@code -}, and if the log format does not say. */
  VHOST(HitType.STRING, hit -> text(hit.access().record().vhost().flatMap(Hit::unlessNone))),
  /** The first word of the request; null where there is none. */
  METHOD(HitType.STRING, hit -> text(hit.method())),
  /** All words of the request but method and protocol; null where there is none. */
  TARGET(HitType.STRING, hit -> text(hit.target())),
  /** The target's path, as sent; null if there is no request, or none in the target. */
  PATH(HitType.STRING, hit -> text(hit.path())),
  /** Behind the first semicolon of the path's last segment; null without one. */
  PARAMS(HitType.STRING, hit -> text(hit.url().flatMap(UrlParts::params))),
  /** Behind the target's question mark; null without one. */
  QUERY(HitType.STRING, hit -> text(hit.query())),
  /** Behind the target's number sign; null without one. */
  FRAGMENT(HitType.STRING, hit -> text(hit.url().flatMap(UrlParts::fragment))),
  /** The last word of the request, such as {@code HTTP/1.1}; null if it is none. */
  PROTOCOL(HitType.STRING, hit -> text(hit.protocol())),
  /** What the client sent, as logged, only where it is no request; null under a privacy option. */
  REQUEST(HitType.STRING, hit -> text(hit.unreadRequest())),
  /** Of the response; null for {@code -}, or if it does not fit. */
  STATUS(HitType.INT, hit -> orNull(hit.status())),
  /** Of the response's body; null for {@code -}, or if it does not fit. */
  BYTES(HitType.BIGINT, hit -> orNull(hit.bytes())),
  /** How long the server took, in microseconds; null if the log format does not say. */
  DURATION(HitType.BIGINT, hit -> orNull(hit.duration())),
  /** Of the request; null for {@code -}, and if the log format does not say. */
  BYTES_RECEIVED(HitType.BIGINT, hit -> orNull(hit.bytesReceived())),
  /** For whom proxies asked, as logged; null for {@code -}, and if the log format does not say. */
  FORWARDED_FOR(HitType.STRING, hit -> orNull(hit.forwardedFor())),
  /** The page that the request came from; null for {@code -}, if empty, and in Common lines. */
  REFERER(HitType.STRING, hit -> text(hit.referer())),
  /** Null without a scheme, or if the authority is broken. */
  REFERER_SCHEME(HitType.STRING, hit -> text(hit.refererParts().flatMap(UrlParts::scheme))),
  /** Without user and port; null without an authority, or if it is broken. */
  REFERER_HOST(HitType.STRING, hit -> text(hit.refererParts().flatMap(UrlParts::host))),
  /** Null if the authority is broken. */
  REFERER_PATH(HitType.STRING, hit -> text(hit.refererParts().map(UrlParts::path))),
  /** Null without a question mark, or if the authority is broken. */
  REFERER_QUERY(HitType.STRING, hit -> text(hit.refererQuery())),
  /** What the client calls itself; null for {@code -}, if empty, and in Common lines. */
  USER_AGENT(HitType.STRING, hit -> text(hit.userAgent())),
  /** Of the user agent, before the parentheses; null if it has none. */
  PRODUCT(HitType.STRING, hit -> text(hit.agentParts().map(UserAgent::product))),
  /** Of the user agent, between its first parentheses; null if it has none. */
  SYSTEM(HitType.STRING, hit -> text(hit.agentParts().map(UserAgent::system))),
  /** Of the user agent, behind its first parentheses; null if it has none. */
  EXTENSIONS(HitType.STRING, hit -> text(hit.agentParts().map(UserAgent::extensions))),
  /** The path's first segment that is not empty; null if there is none. */
  SECTION(HitType.STRING, hit -> text(hit.url().flatMap(UrlParts::section))),
  /** All other fields that are not {@code -}, by their names; null if there is none. */
  EXTRA(HitType.MAP, hit -> orNull(hit.extra())),
  /** {@code counted}, or the filter that stopped the line. */
  OUTCOME(HitType.STRING, Hit::outcome),
  /** The log, as the balance names it. */
  FILE(HitType.STRING, Hit::file),
  /** In UTC; the table is partitioned by it. */
  DATE(HitType.DATE, Hit::epochDay);

  private final HitType type;
  private final Function<Hit, Object> value;

  HitColumn(HitType type, Function<Hit, Object> value) {
    this.type = type;
    this.value = value;
  }

  private static byte[] utf8(ByteSlice slice) {
    return EscapedUtf8.escape(slice);
  }

  private static Object text(Optional<ByteSlice> slice) {
    return orNull(slice.map(HitColumn::utf8));
  }

  /** Null is what a row of Spark has for nothing. */
  private static Object orNull(Optional<?> value) {
    return value.orElse(null);
  }

  /**
   * The column's name.
   *
   * @return lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The column's type.
   *
   * @return as Spark reads it
   */
  public DataType type() {
    return type.type();
  }

  /**
   * The column, to calculate with.
   *
   * @return a reference by name
   */
  public Column column() {
    return col(label());
  }

  /**
   * The column as those take it who do not make Strings of strangers' bytes.
   *
   * @return text as bytes and moments as microseconds since 1970, under the same name
   */
  public Column raw() {
    return switch (type) {
      case STRING -> column().cast(DataTypes.BinaryType).as(label());
      case TIMESTAMP -> functions.unix_micros(column()).as(label());
      default -> column();
    };
  }

  /** The column, to sort by: Spark has no order of maps. */
  Column orderable() {
    return type == HitType.MAP ? column().cast("string") : column();
  }

  /**
   * All columns.
   *
   * @return as Spark reads them
   */
  public static StructType schema() {
    var schema = new StructType();
    for (HitColumn column : values()) {
      schema = schema.add(column.label(), column.type());
    }
    return schema;
  }

  /** The column's value as Spark has it inside of itself; null for nothing. */
  Object internal(Hit hit) {
    return type.internal(value.apply(hit));
  }
}
