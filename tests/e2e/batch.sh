#!/bin/sh
# Several files in one run: the same bytes and the same words in the same order, whatever the number
# of jobs, the locale, the time zone, and the folder; SOURCE_DATE_EPOCH is obeyed.
. tests/tap
features=$PWD/tests/golden/features
cd "$TMPDIR" || exit 1
cp "$features"/*.yaml .
printf 'brochure: 1\ntitel: T\n' >faulty.yaml
set -- arabic.yaml faulty.yaml citations.yaml columns.yaml headings.yaml none.yaml lists.yaml marks.yaml scripts.yaml

build() { # FOLDER JOBS FILE...: what is said, without the times
    folder=$1
    jobs=$2
    shift 2
    "$BROCHURE" build "$@" -o "$folder/" -j "$jobs" --diagnostic-format short >"$folder.out" 2>"$folder.err"
    echo $? >"$folder.status"
    sed "s|^$folder/||; s/  [0-9]* ms\$//" "$folder.out" >"$folder.said"
}
build one 1 "$@"
holds "the highest status wins: a file that is not there" test "$(cat one.status)" -eq 4
holds "all others are built" test "$(find one -name '*.pdf' | wc -l)" -eq 7
holds "a line for each, in the order of the files" test "$(cut -d . -f 1 one.said | tr '\n' ' ')" = "arabic citations columns headings lists marks scripts "
holds "faults in the order of the files" test "$(cut -d : -f 1 one.err | sort -u | wc -l)" -ge 2
for jobs in 2 4 32; do
    build "jobs$jobs" "$jobs" "$@"
    holds "$jobs jobs make the same bytes" diff -r one "jobs$jobs"
    holds "$jobs jobs say the same" cmp one.said "jobs$jobs.said"
    holds "$jobs jobs tell the same faults" cmp one.err "jobs$jobs.err"
    holds "$jobs jobs end with the same status" cmp one.status "jobs$jobs.status"
done
mkdir alone
for file; do
    "$BROCHURE" build "$file" -o alone/ --quiet 2>/dev/null
done
holds "each file alone makes the same bytes" diff -r one alone
LC_ALL=de_DE.UTF-8 LANG=tr_TR.UTF-8 TZ=Pacific/Kiritimati build zone 2 "$@"
holds "another locale and time zone make the same bytes" diff -r one zone
holds "and say the same" cmp one.err zone.err
mkdir -p a/deep/folder
cp -- *.yaml a/deep/folder
(cd a/deep/folder && "$BROCHURE" build columns.yaml lists.yaml marks.yaml --quiet)
for name in columns lists marks; do
    holds "another folder makes the same $name" cmp one/$name.pdf a/deep/folder/$name.pdf
done
"$BROCHURE" build - -o - <lists.yaml >stdin.pdf
holds "standard input makes the same bytes" cmp one/lists.pdf stdin.pdf

SOURCE_DATE_EPOCH=1700000000 "$BROCHURE" build lists.yaml headings.yaml -o dated/ --quiet
holds "SOURCE_DATE_EPOCH is the date" sh -c 'TZ=UTC pdfinfo -isodates dated/lists.pdf | grep -q "CreationDate: *2023-11-14T22:13:20"'
holds "it goes before document.issued" sh -c 'TZ=UTC pdfinfo -isodates dated/headings.pdf | grep -q "CreationDate: *2023-11-14T22:13:20"'
holds "without it document.issued is the date" sh -c 'TZ=UTC pdfinfo -isodates one/headings.pdf | grep -q "CreationDate: *2025-06"'
holds "without either there is none" sh -c '! pdfinfo one/lists.pdf | grep -q Date'
SOURCE_DATE_EPOCH=1700000000 TZ=Asia/Tokyo "$BROCHURE" build lists.yaml -o tokyo.pdf --quiet
holds "a date does not depend on the zone" cmp dated/lists.pdf tokyo.pdf
