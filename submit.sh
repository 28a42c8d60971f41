#!/usr/bin/env bash
# Runs the job through spark-submit:  ./submit.sh [SPARK OPTIONS --] COMMAND [OPTIONS] INPUT...
# What stands before a lone "--" goes to spark-submit, the rest to the job; ./submit.sh --help.
# With SPARK_HOME set, that installation runs it; without, the Spark that Maven fetched for the build.
set -euo pipefail

fail() {
  printf 'submit.sh: %s\n' "$2" >&2
  exit "$1"
}

script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
  link=$(readlink "$script")
  case $link in
    /*) script=$link ;;
    *) script=$(dirname "$script")/$link ;;
  esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$script")" && pwd -P)
jar=$home/target/hitledger.jar
stamp=$home/target/hitledger.built

# A stamp, since a build that was interrupted leaves a jar too.
is_built() {
  [ -e "$stamp" ] && [ -e "$jar" ] &&
    [ -z "$(find "$home/pom.xml" "$home/src/main" "$home/conf/path-rules.yaml" -newer "$stamp")" ]
}

build() {
  command -v mvn >/dev/null || fail 1 "Maven builds the job once: install it, so that 'mvn' runs"
  echo "submit.sh: building the job; the first time this fetches Spark, some 300 MB" >&2
  local log
  log=$(mvn -B -q -f "$home/pom.xml" -DskipTests -Dspotless.check.skip package 2>&1) ||
    fail 1 "the build failed:"$'\n'"$log"
  touch "$stamp"
}

# bin/spark-submit out of the jars alone: Spark's own launcher works out the command. It prints NUL, LF,
# and then the command's words, each with a NUL after it.
spark_submit() {
  export SPARK_HOME=$home/target/spark SPARK_SCALA_VERSION=2.13
  local java=${JAVA_HOME:+$JAVA_HOME/bin/}java command=() word
  command -v "$java" >/dev/null || fail 1 "no '$java': install a JDK, 17 or newer, or set JAVA_HOME"
  while IFS= read -r -d '' word; do
    case $word in
      # Of no use to the job, and each JVM (17; 25) would warn of the one or the other.
      --add-modules=jdk.incubator.vector | --add-opens=java.base/sun.security.action=*) ;;
      *) command+=("$word") ;;
    esac
  done < <("$java" -XX:TieredStopAtLevel=1 -cp "$SPARK_HOME/jars/*" \
    org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "$@" | tail -c +3)
  [ ${#command[@]} -gt 0 ] || fail 1 "Spark's launcher could not start; is '$java' of a JDK 17 or newer?"
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
case ${options[0]:--} in
  -*) ;;
  *) fail 2 "what stands before -- are spark-submit's options, but '${options[0]}' is none" ;;
esac

is_built || build
export LOG4J_CONFIGURATION_FILE=${LOG4J_CONFIGURATION_FILE:-$home/conf/log4j2.properties}
set -- ${options[@]+"${options[@]}"} --class org.hitledger.cli.Main "$jar" "$@"
# Where a site has defaults of its own, such as its master, those are the ones.
if [ ! -e "${SPARK_CONF_DIR:-${SPARK_HOME:-}/conf}/spark-defaults.conf" ]; then
  set -- --properties-file "$home/conf/spark-defaults.conf" "$@"
fi
if [ -n "${SPARK_HOME:-}" ]; then
  [ -x "$SPARK_HOME/bin/spark-submit" ] || fail 1 "SPARK_HOME=$SPARK_HOME has no bin/spark-submit"
  exec "$SPARK_HOME/bin/spark-submit" "$@"
fi
spark_submit "$@"
