#!/bin/sh
# What goes to the print shop beside a file for the press.
. tests/tap
cd "$TMPDIR" || exit 1
mkdir -p themes out
cat >themes/ours.yaml <<'END'
theme: 1
extends: clinic
colors: {brand: {hex: "#B00020", spot: {name: "PANTONE 1805 C", fallback: [5, 96, 80, 22]}}}
END
cat >guide.yaml <<'END'
brochure: 1
title: Going home & "resting" \<soon>
language: en-US
theme: ours
document: {id: PE_*42*, version: 2.1, issued: 2026-03-01}
page: {size: A5}
editions:
  screen: {}
  print: {profile: swop, inks: [black, PANTONE 1805 C], bleed: 4mm}
sections: [{heading: Rest, body: Rest for a day.}]
END
fails "a handover is written" 0 "$BROCHURE" build guide.yaml -o out/ --handover
holds "beside the file for the press, and no other" test "$(ls out | tr '\n' ' ')" = \
    "guide-print.SHA256SUMS guide-print.job.yaml guide-print.pdf guide-print.report.pdf guide-print.xjdf guide.pdf "
holds "whose digests are right" sh -c 'cd out && sha256sum --strict -c guide-print.SHA256SUMS'
holds "one for each of the others" test "$(wc -l <out/guide-print.SHA256SUMS)" = 4
"$BROCHURE" build guide.yaml -o again/ --handover >built
holds "the same text gives the same files" diff -r out again

# the ticket, read back
value() { xmllint --xpath "string($1)" out/guide-print.xjdf; } # XPATH, where j: is any name
node() { echo "//*[local-name()='$1']"; }
holds "the ticket is well-formed XML" xmllint --noout out/guide-print.xjdf
holds "of XJDF 2.1" test "$(value '/*[local-name()="XJDF" and namespace-uri()="http://www.CIP4.org/JDFSchema_2_0"]/@Version')" = 2.1
holds "it has the job" test "$(value "/*/@JobID")" = 'PE_*42*'
holds "its title, sign by sign" test "$(value "$(node Product)/@DescriptiveName")" = 'Going home & “resting” <soon>'
holds "the file" test "$(value "$(node FileSpec)/@URL")" = guide-print.pdf
holds "its size" test "$(value "$(node FileSpec)/@FileSize")" = "$(wc -c <out/guide-print.pdf)"
holds "and its digest" test "$(value "$(node GeneralID)/@IDValue")" = "$(sha256sum <out/guide-print.pdf | cut -d' ' -f1)"
holds "the finished size" test "$(value "$(node LayoutIntent)/@FinishedDimensions")" = '419.528 595.276 0'
holds "the pages" test "$(value "$(node RunList)/@NPage")" = 1
holds "the inks, each a word" test "$(value "$(node SurfaceColor)/@ColorsUsed")" = 'Black PANTONE_1805_C'
holds "and what a word stands for" test "$(value "$(node Color)/@ActualColorName")" = 'PANTONE 1805 C'
holds "the ticket for people says the same" sh -c '
    grep -qx "inks: \[\"Black\", \"PANTONE 1805 C\"\]" out/guide-print.job.yaml &&
    grep -qx "bleed: 11.339pt" out/guide-print.job.yaml && grep -qx "pages: 1" out/guide-print.job.yaml'
holds "and is YAML" "$BROCHURE" inspect out/guide-print.job.yaml --stage tree

# the report
pdftotext out/guide-print.report.pdf report.txt
holds "the report is one page" test "$(pdfinfo out/guide-print.report.pdf | awk '/^Pages/ { print $2 }')" = 1
holds "it names the job as it is written" grep -qF 'PE_*42*' report.txt
holds "the title too" grep -qF '<soon>' report.txt
holds "it asks for a signature" grep -q 'Signature' report.txt
holds "it is tagged" sh -c 'pdfinfo out/guide-print.report.pdf | grep -q "Tagged: *yes"'
holds "it claims no certificate" sh -c 'tr -s " \n" "  " <report.txt | grep -q "no certificate"'

# a booklet says how it is finished
sed 's/^  print: .*/  booklet: {profile: swop, stock: {gsm: 100, bulk: 1.25}}/' guide.yaml >booklet.yaml
fails "a booklet has its ticket" 0 "$BROCHURE" build booklet.yaml -e booklet -o out/ --handover
of_booklet() { xmllint --xpath "string($1)" out/booklet-booklet.xjdf; }
holds "with its binding" test "$(of_booklet "$(node BindingIntent)[@BindingType]/@BindingType")" = SaddleStitch
holds "its fold" test "$(of_booklet "$(node FoldingIntent)[@FoldCatalog]/@FoldCatalog")" = F4-1
holds "its paper" test "$(of_booklet "$(node MediaIntent)[@Weight]/@Weight")" = 100
holds "and the size of its pages, not of its sheets" test "$(of_booklet "$(node LayoutIntent)[@FinishedDimensions]/@FinishedDimensions")" = '419.528 595.276 0'
holds "for people, too" grep -qx 'finishing: \[fold-half, saddle-stitch\]' out/booklet-booklet.job.yaml

fails "nothing stands beside standard output" 2 "$BROCHURE" build guide.yaml -e print -o - --handover
