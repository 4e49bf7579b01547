# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
#
# A small installation for one gemeente, a simulator that plays DUO, and their processes: what demo, bench and soak
# share. Whoever sources this has set `home` (a folder that may be emptied) and stands in the root of the repository.

# REGIE_BIN names another build, for instance .build/debug.
bin=${REGIE_BIN:-$PWD/.build/release}
regie=$bin/regie regied=$bin/regied ketensimulator=$bin/ketensimulator
gemeente=0363 naam=Amsterdam oin=00000001002564440000 duo_oin=00000001800866472000

say() { printf '%s\n' "$*" >&2; }
fail() { say "$(basename "$0"): $*"; exit 1; }

# Processes of ours, ended by their id whatever happens.
children=()
end_children() {
  local pid
  for pid in "${children[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${children[@]}"; do wait "$pid" 2>/dev/null || true; done
  children=()
}
trap end_children EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# A port that nothing listens on now, outside the range from which the kernel hands out ports by itself.
free_port() {
  local port try
  for try in {1..200}; do
    port=$((20000 + RANDOM % 12000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then printf '%d' "$port"; return; fi
  done
  fail 'er is geen vrije poort.'
}

# wait_for SECONDS WHAT COMMAND…: until the command succeeds; fails with what was awaited.
wait_for() {
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS >= until)); then fail "duurt te lang: $what"; fi
    sleep 0.2
  done
}

# http_get PORT PATH: the body, with nothing but bash. Fails unless the status is 200.
http_get() {
  local status body line fd
  exec {fd}<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&"$fd"
  IFS= read -r status <&"$fd" || { exec {fd}>&-; return 1; }
  while IFS= read -r line <&"$fd"; do
    line=${line%$'\r'}
    [[ -n $line ]] || break
  done
  body=$(cat <&"$fd")
  exec {fd}>&-
  printf '%s\n' "$body"
  [[ $status == *' 200 '* ]]
}

# Makes the installation anew in $home, with ports that are free now.
make_installation() {
  [[ ! -e $home || -e $home/.demo ]] || fail "$home bestaat en is niet van mij; verplaats het."
  rm -rf "$home"
  mkdir -p "$(dirname "$home")"
  regied_port=$(free_port) duo_port=$(free_port)
  "$regie" init "$home" --gemeente "$gemeente" --naam "$naam" --oin "$oin" --poort "$regied_port" \
    --duo-url "http://127.0.0.1:$duo_port/v1" --duo-oin "$duo_oin" >/dev/null 2>"$home.log" ||
    { cat "$home.log" >&2; exit 1; }
  rm -f "$home.log"
  touch "$home/.demo"
  export REGIE_CONFIG=$home/regie.yaml
  "$regie" config check >/dev/null 2>&1 || fail "de configuratie $REGIE_CONFIG klopt niet (regie config check)."
}

# make_population PERSONS SEED PEILDATUM: wereld.jsonl and what goes with it in $home/bevolking.
make_population() {
  "$regie" generate --personen "$1" --seed "$2" --peildatum "$3" --gemeente "$gemeente" --oin "$oin" \
    --duo-oin "$duo_oin" --uit "$home/bevolking" >/dev/null
}

start_duo() {
  "$ketensimulator" serve --poort "$duo_port" --wereld "$home/bevolking/wereld.jsonl" \
    --naar-url "http://127.0.0.1:$regied_port/v1" 2>"$home/ketensimulator.log" &
  children+=($!)
  wait_for 60 'de ketensimulator' grep -q luistert "$home/ketensimulator.log"
}

start_regied() {
  "$regied" 2>>"$home/regied.log" &
  regied_pid=$!
  children+=("$regied_pid")
  wait_for 60 'regied' http_get "$regied_port" /health/ready
}

# stop_child PID [SIGNAL]: ends a child and waits for it; from then on its id is no longer ours.
stop_child() {
  local pid rest=()
  kill "-${2:-TERM}" "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
  for pid in "${children[@]}"; do [[ $pid == "$1" ]] || rest+=("$pid"); done
  children=("${rest[@]}")
}

# drain KIND SECONDS: has regied run the jobs of this kind (inbox, outbox) until nothing can be done now. What waits for
# a later moment, and what is held up behind that, stays.
drain() {
  "$regie" job run "$1" --reden 'niet wachten op de volgende minuut' >/dev/null 2>&1
  wait_for "$2" "de taken van de $1" no_open_job "$1"
}
no_open_job() {
  local moment status
  moment=$(date -u +%FT%T)
  for status in klaar bezig; do
    # Columns: id, soort, status, vanaf. A job for a later moment is no reason to wait.
    if "$regie" job list --status "$status" --limiet 10000 --output csv 2>/dev/null \
      | awk -F, -v kind="$1" -v moment="$moment" '$2 == kind && substr($4, 1, 19) <= moment {found = 1} END {exit !found}'
    then
      return 1
    fi
  done
}
