-- The table of hits as a person would make it: a regular expression for the line, and one for each of
-- target, referer and user agent.
SET preserve_insertion_order = false;
COPY (
  WITH l AS (
    SELECT line, filename AS file
    FROM read_csv('${files}', columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '', escape = '',
      header = false, auto_detect = false, max_line_size = 1000000, filename = true)
  ), r AS (
    SELECT file, regexp_extract(line,
      '^(\S+) (\S+) (\S+) \[([^\]]+)\] "(\S+) ([^"]*?)(?: (HTTP/[0-9.]+))?" (\d{3}|-) (\d+|-)(?: "([^"]*)" "([^"]*)")?\s*$',
      ['host', 'identity', 'user', 'time', 'method', 'target', 'protocol', 'status', 'bytes', 'referer',
        'user_agent']) AS p
    FROM l
  ), t AS (
    SELECT file, p,
      regexp_extract(p.target,
        '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://[^/?#]*)?([^?#;]*)(?:;([^?#]*))?(?:\?([^#]*))?(?:#(.*))?$',
        ['path', 'params', 'query', 'fragment']) AS u,
      regexp_extract(p.referer, '^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?',
        ['scheme', 'host', 'path', 'query']) AS f,
      regexp_extract(p.user_agent, '^([^(]*)\(([^)]*)\)\s*(.*)$', ['product', 'system', 'extensions']) AS a,
      try_strptime(nullif(p.time, ''), '%d/%b/%Y:%H:%M:%S %z') AS time
    FROM r
    WHERE p.host <> ''
  )
  SELECT
    time,
    split_part(p.time, ' ', 2) AS utc_offset,
    nullif(p.host, '-') AS host,
    nullif(p.identity, '-') AS identity,
    nullif(p."user", '-') AS "user",
    p.method AS method,
    p.target AS target,
    u.path AS path,
    nullif(u.params, '') AS params,
    nullif(u.query, '') AS query,
    nullif(u.fragment, '') AS fragment,
    nullif(p.protocol, '') AS protocol,
    try_cast(p.status AS INTEGER) AS status,
    try_cast(p.bytes AS BIGINT) AS bytes,
    nullif(p.referer, '-') AS referer,
    nullif(f.scheme, '') AS referer_scheme,
    nullif(f.host, '') AS referer_host,
    f.path AS referer_path,
    nullif(f.query, '') AS referer_query,
    nullif(p.user_agent, '-') AS user_agent,
    nullif(a.product, '') AS product,
    nullif(a.system, '') AS system,
    nullif(a.extensions, '') AS extensions,
    split_part(u.path, '/', 2) AS section,
    file,
    CAST(time AS DATE) AS date
  FROM t
  WHERE time IS NOT NULL
) TO '${table}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (date), OVERWRITE_OR_IGNORE)
