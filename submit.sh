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
# An unpacked package: nothing to build, and no Spark but the machine's.
if [ ! -e "$home/pom.xml" ] && [ -e "$home/hitledger.jar" ]; then
  jar=$home/hitledger.jar
  [ -n "${SPARK_HOME:-}" ] || fail 1 "set SPARK_HOME to the folder of a Spark 4; this package brings none"
fi

# A stamp, since a build that was interrupted leaves a jar too.
is_built() {
  [ "$jar" = "$home/hitledger.jar" ] && return
  [ -e "$stamp" ] && [ -e "$jar" ] &&
    [ -z "$(find "$home/pom.xml" "$home/src/main" "$home/conf/"{path-rules,site-rules,crawlers}.yaml -newer "$stamp")" ]
}

build() {
  command -v mvn >/dev/null || fail 1 "Maven builds the job once: install it, so that 'mvn' runs"
  echo "submit.sh: building the job; the first time this fetches Spark, some 300 MB" >&2
  local log
  mkdir -p "$home/target" && : >"$stamp.new"
  # What a newer JDK warns of is for those who change the code.
  log=$(mvn -B -q -f "$home/pom.xml" -DskipTests -Dspotless.check.skip \
    -Dmaven.compiler.failOnWarning=false package 2>&1) ||
    fail 1 "the build failed:"$'\n'"$log"
  # As old as the build's start: what is edited meanwhile is newer, and built the next time.
  mv "$stamp.new" "$stamp"
}

# Sets "command" to what bin/spark-submit would run for its options and our jar, out of the jars alone.
spark_submit_command() {
  local answer=
  find_launcher_answer "$@"
  if ! [ "$answer" -nt "$stamp" ] 2>/dev/null; then
    ask_launcher "$@"
    leave_spark_submit_out
    keep_launcher_answer
    return
  fi
  local word
  command=()
  while IFS= read -r -d '' word; do
    command+=("$word")
  done <"$answer"
}

# Sets "answer" to the file for what Spark's launcher, a JVM of its own, says to these options; to nothing
# where that may change with files that nobody looks at here.
find_launcher_answer() {
  [ -z "${SPARK_CONF_DIR:-}" ] && [[ "$*" != *--properties-file*--properties-file* ]] || return 0
  answer=$cache/launcher-$({
    cat "$home/conf/spark-defaults.conf"
    env | grep -E '^(SPARK|HADOOP|YARN|JAVA)_' | sort
    printf '%s\0' "$java" "$archive" "$@"
  } | cksum | tr ' ' -).command
}

keep_launcher_answer() {
  [ -n "$answer" ] || return 0
  { mkdir -p "$cache" && printf '%s\0' "${command[@]}" >"$answer.$$" && mv "$answer.$$" "$answer"; } 2>/dev/null ||
    rm -f "$answer.$$" 2>/dev/null || true
}

# Spark's own launcher works it out. It prints NUL, LF, and then the command's words, each with a NUL
# after it.
ask_launcher() {
  local word last=
  command=()
  while IFS= read -r -d '' word; do
    # Classes of a jar that Spark loads later, from elsewhere, would be in no archive.
    [ "$last" != -cp ] || word=$word:$jar
    last=$word
    case $word in
      # Of no use to the job, and each JVM (17; 25) would warn of the one or the other.
      --add-modules=jdk.incubator.vector | --add-opens=java.base/sun.security.action=*) ;;
      *) command+=("$word") ;;
    esac
  done < <("$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$SPARK_HOME/jars/*" \
    org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "$@" | tail -c +3)
  [ ${#command[@]} -gt 0 ] || fail 1 "Spark's launcher could not start; is '$java' of a JDK 17 or newer?"
}

# A local run with plain settings needs no spark-submit, which takes 0.2 s: its settings become system
# properties of the JVM that it runs in anyway, those of the file by its name, since others see
# arguments. All else stays as the launcher said.
leave_spark_submit_out() {
  local jvm=() settings=() words=("${command[@]}")
  while [ ${#words[@]} -gt 0 ] && [ "${words[0]}" != org.apache.spark.deploy.SparkSubmit ]; do
    jvm+=("${words[0]}")
    words=("${words[@]:1}")
  done
  words=("${words[@]:1}")
  while [ ${#words[@]} -gt 3 ]; do
    case ${words[0]}=${words[1]} in
      *=spark.submit.* | *=spark.jars* | *=spark.files=* | *=spark.archives=*) return 0 ;;
      --master=local | --master=local\[*) settings+=("-Dspark.master=${words[1]}") ;;
      --conf=spark.*) settings+=("-D${words[1]}") ;;
      --properties-file="$defaults") settings+=("-Dhitledger.spark-defaults=${words[1]}") ;;
      *) return 0 ;;
    esac
    words=("${words[@]:2}")
  done
  [[ $(master) == local || $(master) == local\[* ]] || return 0
  ! grep -Eq '^[[:space:]]*spark\.(submit|jars|files|archives)' "$defaults" || return 0
  command=("${jvm[@]}" "${settings[@]}" "${words[1]}")
}

# Sets "archive" to the file for this JDK's classes as loaded and linked, which halves the start of a run,
# and the JVM's options for making and for using it. JDK 25 has a better kind. No JVM makes or uses one with a
# folder of files on its class path, where these settings put theirs.
find_class_archive() {
  [ -z "${SPARK_CONF_DIR:-}${HADOOP_CONF_DIR:-}${YARN_CONF_DIR:-}" ] || return 0
  local release
  release=$(dirname -- "$(readlink -f -- "$(command -v "$java")")")/../release
  [ -e "$release" ] || return 0
  archive=$cache/classes-$(cksum <"$release" | tr ' ' -).archive
  if grep -Eq '^JAVA_VERSION="(1[0-9]|2[0-4])' "$release"; then
    make_archive=-XX:ArchiveClassesAtExit use_archive=-XX:SharedArchiveFile
  else
    make_archive=-XX:AOTCacheOutput use_archive=-XX:AOTCache
    # The cache remembers which methods ran often, and would have them all compiled again.
    jvm_options+=(-XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining)
  fi
}

# A run that is like others, so that the archive has what they need.
make_class_archive() (
  echo "submit.sh: preparing faster starts, once for this JDK" >&2
  mkdir -p "$cache" && work=$(mktemp -d "$cache/classes.XXXXXX") || return 1
  trap 'rm -rf "$work"' EXIT
  find "$cache" -maxdepth 1 '(' -name 'classes-*.archive' -o -name 'launcher-*.command' ')' \
    ! -newer "$stamp" -exec rm -f {} +
  spark_submit_command --properties-file "$home/conf/spark-defaults.conf" \
    --class org.hitledger.cli.Main "$jar"
  "${command[0]}" "$make_archive=$work/archive" "${jvm_options[@]}" "${command[@]:1}" \
    count --output "$work/results" "$home/src/samples" \
    >"$work/log" 2>&1 </dev/null && mv "$work/archive" "$archive"
)

# Whether a job with these words ends soon: the files here that they name are small, and they name none elsewhere.
is_short() {
  local word files=()
  [ "${1:-}" != shell ] || return 1
  for word in "$@"; do
    word=${word#--*=}
    if [ -e "$word" ]; then
      files+=("$word")
    elif [[ $word != *[[:space:]]* && ($word == @* || $word == *:/* || $word == *[*?{[]*) ]]; then
      return 1
    fi
  done
  [ ${#files[@]} -eq 0 ] ||
    [ "$(du -sLck -- "${files[@]}" 2>/dev/null | tail -n 1 | cut -f 1)" -le 8192 ]
}

# Runs the job with these words, by the Spark that Maven fetched and the options of spark-submit.
spark_submit() {
  export SPARK_HOME=$home/target/spark SPARK_SCALA_VERSION=2.13
  local java=${JAVA_HOME:+$JAVA_HOME/bin/}java archive= make_archive use_archive command
  local cache=$home/target
  [ -w "$cache" ] || cache=${XDG_CACHE_HOME:-$HOME/.cache}/hitledger
  # The JVM warns on standard output, where the results go. And most of a short run's methods, which
  # plan it, are not worth the best compiler: with ten times its thresholds, runs over 0.6 and 4 GB of
  # log took a fifth less processor time. Nobody waits for this collector's pauses; it took a run over
  # 4 GB in 11 files 7 % less time than the default one, and in 10,000 files 20 % less. With room for
  # Spark's classes from the start it needs no full collection when they outgrow 21 MB.
  local jvm_options=(-Xlog:disable -Xlog:all=error:stderr
    -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
    -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:MetaspaceSize=256m)
  [[ "${options[*]-}" == *-XX:+Use*GC* ]] || jvm_options+=(-XX:+UseParallelGC)
  # Where nearly all of a run is its start, code that is watched for the best compiler does not pay: the samples took
  # 2.5 s where they had taken 3.5 s. Counting 354 MB of gzip took half as long again that way, hits of 50 MB a third.
  is_short "$@" && jvm_options+=(-XX:TieredStopAtLevel=1)
  command -v "$java" >/dev/null || fail 1 "no '$java': install a JDK, 17 or newer, or set JAVA_HOME"
  find_class_archive
  # An empty file says that it could not be made.
  if [ -n "$archive" ] && ! [ "$archive" -nt "$stamp" ]; then
    make_class_archive || {
      echo "submit.sh: no class archive could be made at $archive; runs start more slowly" >&2
      { : >"$archive"; } 2>/dev/null || true
    }
  fi
  spark_submit_command "${options[@]}"
  if [ -s "$archive" ]; then
    jvm_options+=("$use_archive=$archive")
  fi
  become "${command[0]}" "${jvm_options[@]}" "${command[@]:1}" "$@"
}

# Becomes this command, unless the driver is on a standalone cluster: Spark's client knows then what became of it, but
# ends with 0 whatever that is.
become() {
  [[ $(master)=$(setting spark.submit.deployMode --deploy-mode) == spark://*=cluster ]] || exec "$@"
  watch debug tell_what_became_of_the_driver "$@"
  exit "${codes[1]}"
}

# Runs a client of the cluster that has the driver, logging at this level, through a filter for what it says, and sets
# "codes" to the exit codes of both.
watch() {
  local level=$1 filter=$2
  shift 2
  set +e
  {
    HITLEDGER_CLIENT_LOG=$level "$@" 2>&1 >&3 | "$filter"
    codes=("${PIPESTATUS[@]}")
  } 3>&1
}

# Runs spark-submit for a driver in one of YARN's containers, and ends with the exit code of the run: Spark's
# client says at the end what the driver has told YARN.
submit_to_yarn() {
  local log=$LOG4J_CONFIGURATION_FILE
  options=(--conf spark.yarn.report.loggingFrequency=1
    --conf "spark.yarn.dist.files=file:$log"
    --conf "spark.yarn.appMasterEnv.LOG4J_CONFIGURATION_FILE=${log##*/}"
    --conf "spark.yarn.appMasterEnv.HITLEDGER_LOG=${HITLEDGER_LOG:-error}" "${options[@]}")
  watch info tell_what_yarn_was_told "$SPARK_HOME/bin/spark-submit" "${options[@]}" "$@"
  [ "${codes[0]}" -eq 0 ] || exit "${codes[1]}"
  exit 0
}

# Hands on what Spark's client says, but for where in it that came up.
tell_what_yarn_was_told() {
  local line code=1 waits=0 why= told=
  local waiting='Application report for (application_[0-9_]+) \(state: ACCEPTED\)'
  local fault='org\.hitledger\.cli\.FailedRun: (.*) \(exit code ([1-5])\)'
  local diagnostics='ERROR Client: Application diagnostics message: (.*)$'
  local ended='^Exception in thread "main" [A-Za-z.]+: ((Application (application_[0-9_]+))?.*)$'
  while IFS= read -r line; do
    if [[ $line =~ $waiting ]]; then
      # Spark looks once a second, and by itself tells of one look in thirty.
      [ $((waits += 1)) -ne 60 ] || printf 'submit.sh: %s waits for YARN to start it, as with a queue that is full; yarn application -status %s says why\n' \
        "${BASH_REMATCH[1]}" "${BASH_REMATCH[1]}" >&2
    elif [[ $line =~ $fault ]]; then
      # Spark has it in the report of the last look, and once more as it ends.
      [ -z "$told" ] || continue
      code=${BASH_REMATCH[2]} told=yes
      line="hitledger: ${BASH_REMATCH[1]}"
    elif [[ $line =~ $diagnostics ]]; then
      why=${BASH_REMATCH[1]%% | *}
      continue
    elif [[ $line =~ $ended ]]; then
      line="submit.sh: ${BASH_REMATCH[1]}${why:+ ($why)}"
      [ -z "${BASH_REMATCH[3]}" ] || line="$line; what it wrote: yarn logs -applicationId ${BASH_REMATCH[3]}"
    fi
    case $line in
      $'\tat '* | $'\t... '* | 'Caused by: '* | *' INFO Client: '*) ;;
      *) printf '%s\n' "$line" >&2 ;;
    esac
  done
  return "$code"
}

# Says in one line why a driver on a standalone cluster has not ended well, or what it waits for.
tell_what_became_of_the_driver() {
  local line driver='the driver' state= taken= why= waits=0
  # One that ends before it is first asked for has no place.
  local worker="its worker, which the web page of $(master) names"
  local is='ClientEndpoint: State of (driver )?(driver-[0-9-]+) is ([A-Z]+)'
  local cause='^(Exception in thread|Caused by).*(Exception|Error): (.*[^ ])$'
  local runs='ClientEndpoint: Driver running on .* \((worker-.*)\)'
  while IFS= read -r line; do
    if [[ $line =~ $is ]]; then
      driver=${BASH_REMATCH[2]} state=${BASH_REMATCH[3]}
      # Asked for every ten seconds.
      [ "$state" != SUBMITTED ] || [ $((waits += 1)) -ne 6 ] || printf 'submit.sh: %s waits for a worker with its memory (spark.driver.memory) and cores (spark.driver.cores) free; see the web page of %s\n' \
        "$driver" "$(master)" >&2
    elif [[ $line =~ $runs ]]; then
      worker=${BASH_REMATCH[1]}
    elif [[ $line == *'spark-submit not configured to wait'* ]]; then
      taken=yes
    elif [[ $line =~ ERROR\ ClientEndpoint:\ (.*) ]]; then
      why=${BASH_REMATCH[1]%% | *}
    elif [[ $line =~ $cause ]]; then
      # The first cause says it in Spark's words, those below in the words of its libraries.
      why=${why:-${BASH_REMATCH[3]}}
    else
      case $line in
        *' ClientEndpoint: '* | 'Exception in thread '* | 'Caused by: '* | $'\tat '* | $'\t... '*) ;;
        *) printf '%s\n' "$line" >&2 ;;
      esac
    fi
  done
  case $state in
    FINISHED) return 0 ;;
    '') line="$(master) has taken no driver: ${why:-Spark does not say why}" ;;
    FAILED) line="$driver has failed; what it wrote: $driver/stderr in the work folder of $worker" ;;
    KILLED) line="$driver was killed, by a person or by the cluster; what it wrote: $driver/stderr in the work folder of $worker" ;;
    ERROR) line="$driver could not be started${why:+: $why}; see the log of $worker" ;;
    *)
      [ -z "$taken" ] || return 0
      line="what became of $driver is not known (it was $state): ${why:-Spark does not say why}; see the web page of $(master)"
      ;;
  esac
  printf 'submit.sh: %s\n' "$line" >&2
  return 1
}

# Prints what a setting of this name will be: the last word on it of the options, where it has one of its own, or
# that of the defaults.
setting() {
  local name=$1 option=$2 word last= value=
  for word in "${options[@]}"; do
    case $last=$word in
      "$option"=*) value=$word ;;
      --conf="$name"=* | -c="$name"=*) value=${word#*=} ;;
      *="$option"=*) value=${word#*=} ;;
      *=--conf="$name"=*) value=${word#*=*=} ;;
    esac
    last=$word
  done
  echo "${value:-$(sed -nE "s/^[[:space:]]*${name//./\\.}[[:space:]=:]+//p" "$defaults" | tail -n 1)}"
}

master() {
  setting spark.master --master
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

if [ "${1:-}" = shell ] && [[ "${options[*]-}" =~ (deploy-mode|deployMode)[=\ ]cluster ]]; then
  fail 2 "the shell needs this terminal, which a driver on the cluster does not have; leave --deploy-mode cluster out"
fi

is_built || build
# The job goes by what the system says of an error, which Java gives in the language of the locale.
if [ -n "${LC_ALL:-}" ]; then
  export LC_CTYPE=$LC_ALL
  unset LC_ALL
fi
export LC_MESSAGES=C
export LOG4J_CONFIGURATION_FILE=${LOG4J_CONFIGURATION_FILE:-$home/conf/log4j2.properties}
# Where a site has defaults of its own, such as its master, those are the ones.
defaults=${SPARK_CONF_DIR:-${SPARK_HOME:-}/conf}/spark-defaults.conf
if [ ! -e "$defaults" ]; then
  defaults=$home/conf/spark-defaults.conf
  options=(--properties-file "$defaults" ${options[@]+"${options[@]}"})
fi
options+=(--class org.hitledger.cli.Main "$jar")
# A local run is nobody else's business. Its driver sees to that itself; Spark's web page goes by this.
if [[ $(master) == local* && "${options[*]}" != *spark.driver.bindAddress* ]]; then
  export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
fi
if [ "$(master)" = yarn ]; then
  [ -n "${SPARK_HOME:-}" ] || fail 2 "YARN needs an installation of Spark 4: set SPARK_HOME to its folder"
  [ -n "${HADOOP_CONF_DIR:-}${YARN_CONF_DIR:-}" ] ||
    fail 2 "where is YARN? set HADOOP_CONF_DIR to the folder of yarn-site.xml and core-site.xml"
fi
if [ -n "${SPARK_HOME:-}" ]; then
  [ -x "$SPARK_HOME/bin/spark-submit" ] || fail 1 "SPARK_HOME=$SPARK_HOME has no bin/spark-submit"
  if [ "$(master)=$(setting spark.submit.deployMode --deploy-mode)" = yarn=cluster ]; then
    submit_to_yarn "$@"
  fi
  become "$SPARK_HOME/bin/spark-submit" "${options[@]}" "$@"
fi
spark_submit "$@"
