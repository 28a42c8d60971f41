-- What a person would write: one regular expression for the path, and the rules as far as these logs go.
WITH l AS (
  SELECT line
  FROM read_csv('${files}', columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '', escape = '',
    header = false, auto_detect = false, max_line_size = 1000000)
), p AS (
  SELECT regexp_extract(line, '^\S+ \S+ \S+ \[[^\]]+\] "\S+ ([^ ?#;"]*)', 1) AS path
  FROM l
)
SELECT count(*) AS hits, path
FROM p
WHERE path LIKE '/book/%'
  AND NOT regexp_matches(path, '/(favicon\.ico|robots\.txt|index\.php|humans\.txt|a2test|ping|dompdf\.php|crossdomain\.xml|_images|search\.html|genindex\.html|searchindex\.js|modindex\.html|py-modindex\.html)(/|$)')
  AND NOT regexp_matches(path, '\.(png|js|css)$')
GROUP BY path
ORDER BY hits DESC, encode(path)
