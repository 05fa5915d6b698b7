#!/bin/sh
# The lengths of functions and files.
exec awk -f tests/functions.awk $(find src -name '*.c' | sort)
