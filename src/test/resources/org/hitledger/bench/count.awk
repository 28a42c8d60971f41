# The rules of conf/path-rules.yaml over log lines, as far as the benchmark's corpora go: no quotes
# inside of fields, no bytes beyond ASCII, no CONNECT. Prints count<TAB>path.

function is_date(day, month, year) {
  if (!(month in days)) return 0
  if (month == "Feb" && day == 29) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  return day >= 1 && day <= days[month]
}

function is_time(t) {
  return t ~ /^[0-9][0-9]\/[A-Z][a-z][a-z]\/[0-9][0-9][0-9][0-9]:([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60) [-+]([01][0-9]|2[0-3])[0-5][0-9]$/ \
    && is_date(substr(t, 1, 2) + 0, substr(t, 4, 3), substr(t, 8, 4) + 0)
}

# Sets path; false for a broken authority.
function has_path(target,    authority, http) {
  http = 1
  path = target
  if (substr(target, 1, 1) != "/" && match(target, /^[A-Za-z][A-Za-z0-9+.-]*:/)) {
    http = tolower(substr(target, 1, RLENGTH)) ~ /^https?:$/
    path = substr(target, RLENGTH + 1)
  }
  if (substr(path, 1, 2) == "//") {
    match(path, /^\/\/[^\/?#]*/)
    authority = substr(path, 1, RLENGTH)
    if ((index(authority, "[") == 0) != (index(authority, "]") == 0)) return 0
    path = substr(path, RLENGTH + 1)
  }
  sub(/[?#].*/, "", path)
  if (http && index(path, ";")) sub(/;[^\/]*$/, "", path)
  return 1
}

function is_counted(path,    n, i, segments, segment) {
  n = split(path, segment, "/")
  for (i = 1; i <= n; i++) {
    if (segment[i] == "") continue
    if (++segments == 1 && segment[i] != "book") return 0
    if (segment[i] in excluded) return 0
  }
  return segments > 1 && segment[n] !~ /\.(png|js|css)$/
}

BEGIN {
  FS = "\""
  split("favicon.ico robots.txt index.php humans.txt a2test ping dompdf.php crossdomain.xml _images" \
    " search.html genindex.html searchindex.js modindex.html py-modindex.html", names, " ")
  for (i in names) excluded[names[i]]
  split("Jan 31 Feb 28 Mar 31 Apr 30 May 31 Jun 30 Jul 31 Aug 31 Sep 30 Oct 31 Nov 30 Dec 31", m, " ")
  for (i = 1; i < 24; i += 2) days[m[i]] = m[i + 1]
}

# Cheap questions first: of most lines that do not count, the path says so.
(NF >= 7 && $5 ~ /^[ \t]+$/ && $3 ~ /^[ \t]+([0-9]+|-)[ \t]+([0-9]+|-)[ \t]+$/) ||
(NF == 3 && $3 ~ /^[ \t]+([0-9]+|-)[ \t]+([0-9]+|-)[ \t]*$/) {
  words = split($2, word, " ")
  if (words < 2 || word[1] !~ /[A-Za-z]/) next
  if (words > 2 && word[words] ~ /^[A-Za-z]+\/[0-9]+(\.[0-9]+)?$/) words--
  target = word[2]
  for (i = 3; i <= words; i++) target = target " " word[i]
  if (has_path(target) && is_counted(path) \
      && $1 ~ /^[^ \t]+[ \t]+[^ \t]+[ \t]+[^ \t]+[ \t]+\[[^]]*\][ \t]+$/ \
      && is_time(substr($1, index($1, "[") + 1, index($1, "]") - index($1, "[") - 1))) {
    count[path]++
  }
}

END { for (path in count) print count[path] "\t" path }
