#!/bin/sh
# The manual pages are good mdoc.
for page in docs/brochure.1 docs/brochure.5; do
    # Lines of source may be long, and the pages name each other and make(1).
    said=$(mandoc -Tlint -W warning "$page" 2>&1 | grep -v 'referenced manual not found\|outdated mandoc.db')
    if [ -z "$said" ]; then echo "ok - $page"; else echo "not ok - $page"; echo "$said" | sed 's/^/# /'; fi
done
