#!/bin/sh
# Profiles that are made from published measurements: once, the same on each machine, and kept.
. tests/tap
cd "$TMPDIR" || exit 1
command -v colprof >/dev/null || { echo "# note: SKIPPED the making of profiles: colprof is not installed"; exit 0; }
cat >guide.yaml <<'END'
brochure: 1
title: Going home
language: en-US
page: {size: A5}
document: {issued: 2026-03-01}
editions: {print: {profile: gracol}}
sections: [{heading: Rest, body: Rest for a day.}]
END
# A search path on which there is no colprof.
mkdir empty
without() { env PATH="$PWD/empty" XDG_CACHE_HOME="$1" "$BROCHURE" build guide.yaml -o "$2"; }
fails "without colprof there is no profile" 1 without "$PWD/none" none.pdf
says "which is said" 'error[B0920]'
says "with what is missing" 'the program colprof is not on this machine'
holds "and nothing is kept" test -z "$(find none -type f 2>/dev/null)"
fails "it is made when it is first asked for" 0 env XDG_CACHE_HOME="$PWD/kept" "$BROCHURE" build guide.yaml -o first.pdf
kept=kept/brochure/gracol.icc
holds "and kept" test -s $kept
holds "nothing else is" test "$(ls kept/brochure)" = gracol.icc
holds "it describes a press" test "$(head -c 16 $kept | tail -c 4)" = prtr
holds "in four inks" test "$(head -c 20 $kept | tail -c 4)" = CMYK
holds "it has no date" test "$(head -c 36 $kept | tail -c 12 | od -An -tx1 | tr -d ' \n0')" = ""
fails "then it is taken" 0 without "$PWD/kept" again.pdf
holds "and the file is the same" cmp first.pdf again.pdf
holds "it is named by its condition" sh -c 'qpdf --qdf --object-streams=disable first.pdf - | grep -qa "OutputConditionIdentifier (CGATS TR 006)"'
truncate -s 1000 $kept
fails "a kept profile that is damaged is an error" 1 without "$PWD/kept" none.pdf
says "which is said" 'error[B0921]'
holds "nothing was written" test ! -e none.pdf
fails "so is one of the command line" 1 "$BROCHURE" build guide.yaml --profile $kept -o none.pdf
says "which is said" 'error[B0921]'
holds "and no line of the brochure is blamed for it" sh -c '! grep -q -e "--> guide" "$1"' sh "$TMPDIR/said"
