package org.hitledger.datasource;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The source as a catalog, in which each path is a table: with {@code
 * spark.sql.catalog.accesslog=org.hitledger.datasource.AccessLogCatalog}, SQL reads {@code SELECT *
 * FROM accesslog.`/var/log/nginx`}. Options of the source are settings below that name. Nothing can
 * be made, changed or dropped in it.
 */
public final class AccessLogCatalog implements TableCatalog {
  private static final String READ_ONLY = "accesslog reads logs; it makes, changes and drops none";

  private String name = "";
  private Map<String, String> options = Map.of();

  /** For Spark. */
  public AccessLogCatalog() {}

  @Override
  public void initialize(String catalog, CaseInsensitiveStringMap settings) {
    name = catalog;
    options = Map.copyOf(settings.asCaseSensitiveMap());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Table loadTable(Identifier path) {
    var given = new HashMap<>(options);
    given.put("path", path.name());
    return new AccessLogSource().table(given);
  }

  /** Any path is a table, and nobody lists them all. */
  @Override
  public Identifier[] listTables(String[] namespace) {
    return new Identifier[0];
  }

  @Override
  public Table alterTable(Identifier path, TableChange... changes) {
    throw new UnsupportedOperationException(READ_ONLY);
  }

  @Override
  public boolean dropTable(Identifier path) {
    throw new UnsupportedOperationException(READ_ONLY);
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw new UnsupportedOperationException(READ_ONLY);
  }
}
