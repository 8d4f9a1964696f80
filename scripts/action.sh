#!/usr/bin/env bash
# What the GitHub Action runs: annotations for all findings, worst first, and a job summary with the comparison of every
# event that changed. All input comes from the environment; nothing of it is ever evaluated.
set -uo pipefail
cd -- "${CLAIMDIFF_FOLDER:-.}" || exit 2

lines() { # Read the lines of $1 into the array named $2, without empty ones.
  local line
  local -n into=$2
  into=()
  while IFS= read -r line; do
    if [ -n "$line" ]; then into+=("$line"); fi
  done <<<"$1"
}

lines "${CLAIMDIFF_PATHS:-}" paths
lines "${CLAIMDIFF_OPTIONS:-}" options

claimdiff check --format github --fail-on "${CLAIMDIFF_FAIL_ON:-warning}" "${options[@]}" -- "${paths[@]}"
status=$?

if [ -n "${CLAIMDIFF_SARIF:-}" ]; then
  claimdiff check --quiet --format sarif --output "$CLAIMDIFF_SARIF" "${options[@]}" -- "${paths[@]}" || true
fi

# The events whose files differ from the base; all zeros mean a new branch, and then there is nothing to compare with.
changed_events() {
  local base=${CLAIMDIFF_BASE:-} data
  case $base in "" | *[!0-9a-f]* | 0000000*) return ;; esac
  git cat-file -e "$base^{commit}" 2>/dev/null || git fetch --quiet --depth=1 origin "$base" 2>/dev/null || return
  data=$(python -c 'from pathlib import Path; from claimdiff.accounts.project import find_project as f
p = f(Path.cwd()); print(p.config.data if p else "data")' 2>/dev/null) || return
  git diff --name-only -z --relative "$base" HEAD -- "$data" |
    while IFS= read -r -d '' file; do
      file=${file#"${data%/}"/}
      case $file in */*) printf '%s\0' "${file%%/*}" ;; esac
    done | sort -zu
}

if [ "${CLAIMDIFF_SUMMARY:-true}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  {
    printf '## claimdiff check\n\n'
    found=$(claimdiff check --quiet --format concise --color never "${options[@]}" -- "${paths[@]}" 2>&1 | head -n 200)
    # Four spaces make a code block that no text can end, as a fence could be.
    if [ -n "$found" ]; then printf '%s\n' "$found" | sed 's/^/    /'; else printf 'Nothing found.\n'; fi
    while IFS= read -r -d '' event; do
      report=$(claimdiff compare --event="$event" --format markdown 2>/dev/null) || continue
      printf '\n%s\n' "$report"
    done < <(changed_events)
  } >>"$GITHUB_STEP_SUMMARY"
fi

exit "$status"
