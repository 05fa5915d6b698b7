#!/bin/sh
# The order of the folders, and the owners of the libraries.
exec awk -f tests/layers.awk src/LAYERS $(find src -name '*.[ch]' | sort)
