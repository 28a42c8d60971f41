-- The rules of short.sql over the table of hits.sql.
SELECT count(*) AS hits, path
FROM read_parquet('${table}/date=*/*.parquet')
WHERE path LIKE '/book/%'
  AND NOT regexp_matches(path, '/(favicon\.ico|robots\.txt|index\.php|humans\.txt|a2test|ping|dompdf\.php|crossdomain\.xml|_images|search\.html|genindex\.html|searchindex\.js|modindex\.html|py-modindex\.html)(/|$)')
  AND NOT regexp_matches(path, '\.(png|js|css)$')
GROUP BY path
