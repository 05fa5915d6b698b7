# brochure: `make` makes every brochure of content/, `make test` passes the tests.
BUILD ?= release
O := out/build/$(BUILD)

PKGS := yaml-0.1 freetype2 harfbuzz harfbuzz-subset zlib
CC := gcc
CFLAGS_release := -O2 -D_FORTIFY_SOURCE=2
CFLAGS_debug := -O0 -g
CFLAGS_san := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
CFLAGS_cov := -O0 -g --coverage
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wcast-qual -Wcast-align -Wpointer-arith -Wundef -Wvla \
	-Wformat=2 -Wimplicit-fallthrough -Wswitch-enum -Wdouble-promotion
CPPFLAGS += -D_POSIX_C_SOURCE=200809L -Isrc -MMD -MP \
	$(patsubst -I%,-isystem %,$(shell pkg-config --cflags-only-I $(PKGS) 2>/dev/null))
CFLAGS += -std=c17 $(WARNINGS) -fno-common -fstack-protector-strong $(CFLAGS_$(BUILD))
LDLIBS += $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lhpdf -lmd4c -ldl -lm

LIBRARY := $(O)/libbrochure.a
SOURCES := $(wildcard src/*/*.c)
OBJECTS := $(patsubst src/%.c,$(O)/obj/%.o,$(filter-out src/cli/main.c,$(SOURCES)))
UNITS := $(patsubst tests/unit/%.c,$(O)/tests/%,$(wildcard tests/unit/*_test.c))

all: $(O)/brochure

$(O)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(O)/brochure: $(O)/obj/cli/main.o $(LIBRARY)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@

$(O)/tests/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests $(CFLAGS) $< $(LIBRARY) $(LDLIBS) -lcmocka -o $@

unit: $(UNITS)
	@for test in $^; do $$test || exit 1; done

.PHONY: all unit
-include $(shell find $(O) -name '*.d' 2>/dev/null)
