#!/usr/bin/env bash
# The notebooks, on a Java kernel with Spark and the job:
#   notebooks/run.sh start [OPTIONS OF JUPYTER]          opens them in Jupyter
#   notebooks/run.sh execute [--inplace] [NOTEBOOK...]   runs all their cells, and fails if one does
# "execute" writes to target/notebooks; with --inplace it renews what the notebooks show.
set -euo pipefail

fail() {
  printf 'run.sh: %s\n' "$2" >&2
  exit "$1"
}

home=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd -P)
work=$home/target/notebooks
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
install_hint="on Debian: apt-get install jupyter-nbconvert jupyter-client; elsewhere: pip install nbconvert jupyter-client"

usage() {
  sed -n '2,5s/^# \{0,1\}//p' "$home/notebooks/run.sh"
}

fetch_kernel() {
  [ -e "$work/kernel.ready" ] && [ -z "$(find "$home/notebooks/kernel" -newer "$work/kernel.ready")" ] && return
  command -v mvn >/dev/null || fail 1 "Maven fetches the kernel once: install it, so that 'mvn' runs"
  echo "run.sh: fetching the Java kernel and the charts, some 15 MB" >&2
  rm -rf "$work/jars" "$work/classes"
  local log
  log=$(mvn -B -q -f "$home/notebooks/kernel/pom.xml" package 2>&1) ||
    fail 1 "the kernel could not be fetched:"$'\n'"$log"
  find "$home/notebooks/kernel" -name '*.java' -exec "${java}c" -d "$work/classes" -cp "$work/jars/*" {} + ||
    fail 1 "the kernel's start could not be compiled; is '$java' of a JDK 17 or newer?"
  touch "$work/kernel.ready"
}

json() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# The class path is the JVM's own, so that the notebook's classes and Spark's see each other.
write_kernel() {
  local folder=$work/kernels/hitledger words=() word argv=
  words=("$java" "@$home/conf/java-options" -Xmx1g -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Duser.language=en
    -Dlog4j2.configurationFile="$home/conf/log4j2.properties"
    -Djava.util.logging.config.file="$home/notebooks/kernel/logging.properties"
    -cp "$work/classes:$work/jars/*:$home/target/hitledger.jar:$home/target/spark/jars/*"
    Kernel "{connection_file}")
  for word in "${words[@]}"; do
    argv+=${argv:+, }$(json "$word")
  done
  mkdir -p "$folder"
  printf '{\n  "display_name": "Java (Hitledger)",\n  "language": "java",\n  "interrupt_mode": "message",\n  "argv": [%s]\n}\n' \
    "$argv" >"$folder/kernel.json"
  export JUPYTER_PATH=$work${JUPYTER_PATH:+:$JUPYTER_PATH}
}

# HITLEDGER_RESULTS names a folder that "submit.sh hits" has written, or a ledger; without it, the samples' one.
make_results() {
  if [ -n "${HITLEDGER_RESULTS:-}" ]; then
    HITLEDGER_RESULTS=$(readlink -f -- "$HITLEDGER_RESULTS") || true
    [ -e "$HITLEDGER_RESULTS/hits" ] || [ -e "$HITLEDGER_RESULTS/segments" ] ||
      fail 2 "HITLEDGER_RESULTS=$HITLEDGER_RESULTS has no hits; make them with ./submit.sh hits --output DIR INPUT..., or update --ledger DIR INPUT..."
    export HITLEDGER_RESULTS
    return
  fi
  # From the folder above them, so that the files' names are those of any other clone.
  (cd "$home" && ./submit.sh hits --overwrite --output "$work/results" src/samples >"$work/hits.log" 2>&1) ||
    fail 1 "the results to explore could not be made:"$'\n'"$(cat "$work/hits.log")"
}

prepare() {
  command -v "$java" >/dev/null || fail 1 "no '$java': install a JDK, 17 or newer, or set JAVA_HOME"
  command -v jupyter >/dev/null || fail 1 "no 'jupyter': install it ($install_hint)"
  "$home/submit.sh" --version >/dev/null
  mkdir -p "$work"
  fetch_kernel
  write_kernel
}

start() {
  prepare
  make_results
  local interface
  for interface in lab notebook; do
    if jupyter "$interface" --version >/dev/null 2>&1; then
      cd "$home/notebooks"
      exec jupyter "$interface" "$@"
    fi
  done
  fail 1 "neither 'jupyter lab' nor 'jupyter notebook' is installed (on Debian: apt-get install jupyter-notebook; elsewhere: pip install jupyterlab)"
}

# What would differ from run to run, or from JDK to JDK, is left out: times and versions.
nbconvert() {
  jupyter nbconvert --log-level=WARN --to notebook --execute \
    --ExecutePreprocessor.record_timing=False --ExecutePreprocessor.timeout=600 \
    --ClearMetadataPreprocessor.enabled=True \
    --ClearMetadataPreprocessor.preserve_nb_metadata_mask="{'kernelspec', ('language_info', 'name')}" \
    --ExecutePreprocessor.startup_timeout=120 \
    "$@"
}

# How the cell begins, and its error without the way through other people's code; or all there is.
what_failed() {
  sed 's/\x1b\[[0-9;]*m//g' "$work/nbconvert.log" | awk '
    /^nbclient.*CellExecutionError/ { text = ""; begun = 1; lines = 0 }
    begun && /^-+$/ { rules++; lines = 0 }
    begun && rules == 1 && ++lines > 10 || begun && /^[ \t]+at |^\|/ { next }
    begun && rules == 2 && ++lines > 40 { next }
    { text = text $0 "\n" }
    END { printf "%s", text }'
  echo "(all of it: $work/nbconvert.log)"
}

# Some errors the kernel shows and calls a success, such as those of a file that %load reads.
execute_one() {
  local name=${1##*/}
  echo "run.sh: executing $name" >&2
  nbconvert --output-dir "$work" "$1" >"$work/nbconvert.log" 2>&1 ||
    fail 1 "$name failed:"$'\n'"$(what_failed)"
  if grep -q '"output_type": "error"' "$work/$name"; then
    mv "$work/$name" "$work/$name.failed"
    fail 1 "$name failed: a cell shows an error; see $work/$name.failed"
  fi
}

execute() {
  local inplace= notebooks=() word
  for word in "$@"; do
    case $word in
      --inplace) inplace=yes ;;
      -*) fail 2 "unknown option '$word'; expected --inplace" ;;
      *)
        [ -f "$word" ] || fail 2 "no notebook '$word'"
        notebooks+=("$(readlink -f -- "$word")")
        ;;
    esac
  done
  [ ${#notebooks[@]} -gt 0 ] || notebooks=("$home"/notebooks/*.ipynb)
  prepare
  jupyter nbconvert --version >/dev/null 2>&1 || fail 1 "no 'jupyter nbconvert': install it ($install_hint)"
  if grep -q HITLEDGER_RESULTS "${notebooks[@]}"; then
    make_results
  fi
  for word in "${notebooks[@]}"; do
    execute_one "$word"
    [ -z "$inplace" ] || cp "$work/${word##*/}" "$word"
  done
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
  start) start "$@" ;;
  execute) execute "$@" ;;
  -h | --help) usage ;;
  *) usage >&2 && fail 2 "expected start or execute, but was '$command'" ;;
esac
