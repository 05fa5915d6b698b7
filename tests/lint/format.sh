#!/bin/sh
# Every C file is as clang-format leaves it.
status=0
for file in $(git ls-files 'src/*.[ch]' 'tests/*.[ch]' 'tools/*.[ch]' 'bench/*.[ch]'); do
    if clang-format --dry-run -Werror "$file" >"$TMPDIR/said" 2>&1; then
        echo "ok - $file is formatted"
    else
        echo "not ok - $file is not formatted: clang-format -i $file"
        status=1
    fi
done
exit $status
