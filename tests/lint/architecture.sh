#!/bin/sh
# ARCHITECTURE.md is short and names every folder and every source file that there is, and no other.
page=ARCHITECTURE.md
[ -f $page ] || { echo "not ok - there is no $page"; exit 1; }
[ "$(wc -l <$page)" -le 150 ] || echo "not ok - $page has more than 150 lines"

# A module is named without its ending: `linebreak` stands for linebreak.c and linebreak.h.
for name in $(git ls-files | awk -F/ '
    NF > 1 && !($1 in top) { top[$1]; print $1 "/" }
    $1 == "src" && NF > 2 && !($2 in folder) { folder[$2]; print $2 "/" }
    $1 == "src" && NF == 3 { sub(/\.[a-z]+$/, "", $NF); if (!($NF in module)) { module[$NF]; print $NF } }'); do
    case $name in .*) continue ;; esac
    grep -qE "(^|[^a-z0-9_])$name([^a-z0-9_]|\$)" $page || echo "not ok - $page does not name $name"
done
# What it gives as a path has to exist.
grep -oE '\b(src|tests|docs|scripts|tools|bench|content|fonts|schema)/[A-Za-z0-9_./-]*[A-Za-z0-9_/]' $page | sort -u |
    while read -r path; do
        [ -e "$path" ] || [ "${path#content/}" != "$path" ] || echo "not ok - $page names $path, which is not there"
    done
echo "ok - $page was read"
