#!/usr/bin/env bash
# Runs the job through spark-submit:  ./submit.sh [SPARK OPTIONS --] COMMAND [OPTIONS] INPUT...
# What stands before a lone "--" goes to spark-submit, the rest to the job; ./submit.sh --help.
# With SPARK_HOME set, that installation runs it; without, the Spark that Maven fetched for the build.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$home/target/hitledger.jar

fail() {
  printf 'submit.sh: %s\n' "$1" >&2
  exit 1
}

build() {
  command -v mvn >/dev/null || fail "Maven is needed to build the job once: install it, so that 'mvn' runs"
  echo "submit.sh: building the job; the first time this fetches Spark, some 300 MB" >&2
  mvn -q -B -Dstyle.color=never -f "$home/pom.xml" -DskipTests -Dspotless.check.skip package >&2 ||
    fail "the build failed; the lines above say why"
}

is_stale() {
  [ ! -e "$jar" ] ||
    [ -n "$(find "$home/pom.xml" "$home/src/main" "$home/conf/path-rules.yaml" -newer "$jar" | head -1)" ]
}

# bin/spark-submit out of the jars alone: Spark's own launcher works out the command. It prints NUL, LF,
# and then the command's words, each with a NUL after it.
spark_submit() {
  export SPARK_HOME=$home/target/spark SPARK_SCALA_VERSION=2.13
  local java=${JAVA_HOME:+$JAVA_HOME/bin/}java command=() word
  while IFS= read -r -d '' word; do
    case $word in
      # Of no use to the job, and each JVM (17; 25) would warn of the one or the other.
      --add-modules=jdk.incubator.vector | --add-opens=java.base/sun.security.action=*) ;;
      *) command+=("$word") ;;
    esac
  done < <("$java" -XX:TieredStopAtLevel=1 -cp "$SPARK_HOME/jars/*" \
    org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "$@" | tail -c +3)
  [ ${#command[@]} -gt 0 ] || fail "Spark's launcher could not start; is '$java' a JDK 17 or newer?"
  exec "${command[@]}"
}

options=()
for word in "$@"; do
  if [ "$word" = -- ]; then
    while [ "$1" != -- ]; do
      options+=("$1")
      shift
    done
    shift
    break
  fi
done

! is_stale || build
export LOG4J_CONFIGURATION_FILE=${LOG4J_CONFIGURATION_FILE:-$home/conf/log4j2.properties}
set -- --properties-file "$home/conf/spark-defaults.conf" --load-spark-defaults \
  ${options[@]+"${options[@]}"} --class org.hitledger.cli.Main "$jar" "$@"
if [ -n "${SPARK_HOME:-}" ]; then
  exec "$SPARK_HOME/bin/spark-submit" "$@"
fi
spark_submit "$@"
