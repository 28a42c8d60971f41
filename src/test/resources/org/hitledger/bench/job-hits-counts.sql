SELECT count(*) AS hits, path
FROM read_parquet('${table}/hits/date=*/*.parquet')
WHERE outcome = 'counted'
GROUP BY path
