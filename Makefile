# `make` makes every brochure of content/ into out/; `make test` builds and runs the tests.
# BUILD=release|debug|san|cov|fuzz chooses the variant, which lies in out/build/$(BUILD)/.
# test, lint, bench, fuzz, golden, install, uninstall, dist and clean are described in README.md.
BUILD ?= release
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 600
O := out/build/$(BUILD)
MAKEFLAGS += --no-builtin-rules
comma := ,
.DELETE_ON_ERROR:
.SECONDARY:

# The set-up comes first, because everything else needs what it installs: make re-makes an included
# file and then starts again. One level for the whole run, so that -j never starts apt-get twice.
GOALS := $(or $(MAKECMDGOALS),all)
LEVEL := $(if $(filter test-editor test-oracle test-readers,$(GOALS)),registries,$(if \
	$(filter lint fuzz tidy picture,$(GOALS))$(filter san fuzz,$(BUILD)),develop,$(if \
	$(filter test unit golden bench cov,$(GOALS)),test,build)))
ifneq ($(filter-out clean dist uninstall,$(GOALS)),)
include out/build/setup-$(LEVEL).mk
endif
out/build/setup-%.mk: packages scripts/setup
	@scripts/setup $* $@

# Sanitizers: unsigned wrap-around is defined in C and meant (hashes, `while (i-- > 0)`).
SANITIZE := -fsanitize=address,undefined,integer \
	-fno-sanitize=unsigned-integer-overflow,unsigned-shift-base -fno-sanitize-recover=all
CC := $(if $(filter san fuzz,$(BUILD)),clang,gcc)
CFLAGS_release := -O2 -D_FORTIFY_SOURCE=2
CFLAGS_debug := -O0 -g
CFLAGS_san := -O1 -g -fno-omit-frame-pointer $(SANITIZE)
CFLAGS_cov := -O0 -g --coverage
CFLAGS_fuzz := $(CFLAGS_san) -fsanitize=fuzzer-no-link
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wcast-qual -Wcast-align -Wpointer-arith -Wundef -Wvla \
	-Wformat=2 -Wimplicit-fallthrough -Wswitch-enum -Wdouble-promotion -Wno-string-conversion $(if $(filter true,$(CI)),-Werror)
CPPFLAGS += -D_XOPEN_SOURCE=700 -DBROCHURE_VERSION=\"$(shell cat VERSION)\" -Isrc -I$(O) $(LIBRARY_CPPFLAGS)
# Hidden: libharu calls some of its own functions by plain exported names, which ours must not take.
# No fused products: a compiler that made them would round numbers of pictures otherwise than another.
CFLAGS += -std=c17 $(WARNINGS) -ffp-contract=off -fno-common -fvisibility=hidden -fstack-protector-strong $(CFLAGS_$(BUILD))
LDFLAGS += -Wl,--as-needed
# The sanitizer finds C++'s throw only in what is there at the start: libqpdf comes later, and throws.
LDLIBS += $(LIBRARY_LDLIBS) $(if $(filter san fuzz,$(BUILD)),-Wl$(comma)--no-as-needed -lstdc++)
COMPILE = $(CC) $(CPPFLAGS) -MMD -MP -MF $@.d -MT $@ $(CFLAGS)

LIBRARY := $(O)/libbrochure.a
PROGRAM := $(O)/brochure
OBJECTS := $(patsubst src/%.c,$(O)/obj/%.o,$(filter-out src/cli/main.c,$(wildcard src/*/*.c)))
BROCHURES := $(patsubst content/%.yaml,$(O)/content/%,$(filter-out content/house.yaml,$(wildcard content/*.yaml)))
UNITS := $(patsubst tests/%.c,$(O)/tests/%,$(wildcard tests/unit/*_test.c))
TESTS := $(patsubst tests/%.c,$(O)/tests/%,$(wildcard tests/property/*_test.c tests/pathological/*_test.c))
FUZZERS := $(patsubst tests/%.c,$(O)/tests/%,$(wildcard tests/fuzz/fuzz_*.c))
SCRIPTS := $(filter-out tests/lint/% tests/editor/% tests/oracle/% tests/readers/%,$(sort $(wildcard tests/*/*.sh))) tests/lint/layers.sh
TOOLS := $(patsubst tools/%.c,$(O)/tools/%,$(wildcard tools/*.c))
RUN := BUILD=$(BUILD) OUT=$(O) BROCHURE=$(abspath $(PROGRAM)) tests/run $(O)/log

# Hyphenation: language:dictionary, of those that the distribution has.
HYPHENATION := da:da_DK de:de_DE en:en_US en-gb:en_GB es:es_ES fr:fr hu:hu_HU it:it_IT nb:nb_NO \
	nl:nl_NL nn:nn_NO pl:pl_PL pt:pt_PT pt-br:pt_BR ru:ru_RU sv:sv_SE
FACES := $(O)/faces/made
HYPHENS := $(foreach pair,$(HYPHENATION),$(O)/hyphen/$(firstword $(subst :, ,$(pair))).hyph)
dictionary = /usr/share/hyphen/hyph_$(patsubst $1:%,%,$(filter $1:%,$(HYPHENATION))).dic

all: $(PROGRAM) $(HYPHENS) $(FACES) $(if $(filter release,$(BUILD)),$(BROCHURES))

$(O)/obj/%.o: src/%.c Makefile VERSION
	@mkdir -p $(@D)
	@echo "CC $<"
	@$(COMPILE) -c $< -o $@

# What `explain` and `new` print is compiled in.
$(O)/obj/diag/diag.o: $(O)/diag/examples.inc
$(O)/obj/cli/cmd_new.o: $(O)/cli/templates.inc
$(O)/diag/examples.inc: src/diag/codes.def $(wildcard src/diag/examples/*)
$(O)/cli/templates.inc: $(wildcard src/cli/templates/* src/cli/templates/*/*)
$(O)/%.inc: scripts/embed
	@mkdir -p $(@D)
	@scripts/embed $(*F) >$@

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	@ar rcs $@ $^

$(PROGRAM): $(O)/obj/cli/main.o $(LIBRARY)
	@echo "LD $@"
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@

# The programs of one source file: tests, tools, bench.
$(O)/%: %.c $(LIBRARY) Makefile
	@mkdir -p $(@D)
	@echo "LD $@"
	@$(COMPILE) -Itests $< $(LDFLAGS) $(LIBRARY) $(LDLIBS) $(if $(filter tests/%,$<),-lcmocka) -o $@

$(FACES): fonts/families.yaml packages tools/font_reduce.c | $(O)/tools/font_reduce
	@$(O)/tools/font_reduce $< $(@D)
	@touch $@
$(O)/hyphen/%.hyph: tools/hyphen_compile.c $(wildcard src/text/hyphen_*.[ch]) | $(O)/tools/hyphen_compile
	@mkdir -p $(@D)
	@$(O)/tools/hyphen_compile $(call dictionary,$*) $@

# The program lists what it read and wrote; a brochure is made again when one of these changes or is gone.
$(O)/content/%: content/%.yaml $(PROGRAM) | $(HYPHENS) $(FACES)
	@mkdir -p $(@D)
	@$(PROGRAM) build $< -o out/ --deps $@.deps
	@if [ -e $@.deps ]; then scripts/deps $@ <$@.deps >$@.d; fi # a program without `build` lists nothing
	@touch $@

$(O)/tests/fuzz/%: tests/fuzz/%.c tests/fuzz/replay.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "LD $@"
	@$(COMPILE) $< $(if $(filter fuzz,$(BUILD)),-fsanitize=fuzzer,tests/fuzz/replay.c) \
		$(LDFLAGS) $(LIBRARY) $(LDLIBS) -o $@

unit: $(UNITS) | $(HYPHENS) $(FACES)
	@$(RUN) $^

test: all $(UNITS) $(TESTS) $(FUZZERS)
	@$(RUN) $(UNITS) $(TESTS) $(FUZZERS) $(SCRIPTS)

test-editor: $(PROGRAM) # needs Node.js and npm's registry, or says that it tests nothing
	@$(RUN) tests/editor/editor.sh

test-oracle: $(PROGRAM) # needs Python's pip and PyPI, or says that it tests nothing
	@$(RUN) tests/oracle/oracle.sh

test-readers: $(PROGRAM) | $(HYPHENS) $(FACES) # as test-oracle
	@$(RUN) tests/readers/readers.sh

golden: $(PROGRAM) | $(HYPHENS) $(FACES) # makes the expected dumps, pictures of pages and schemas again: read `git diff` afterwards
	@for name in brochure house section theme; do $(PROGRAM) schema $$name >schema/$$name.schema.json; done
	@mkdir -p $(O)/golden
	@for script in golden/compare.sh pdf/pictures_same.sh; do \
		TMPDIR=$(abspath $(O))/golden BROCHURE=$(abspath $(PROGRAM)) tests/$$script --again || exit 1; done
	@rm -r $(O)/golden

picture: $(PROGRAM) $(BROCHURES) # the picture of README.md
	@scripts/picture out/car-t-cell-therapy.pdf docs/pages.png

gallery: $(PROGRAM) $(BROCHURES) # every page in every theme, for people's eyes
	@scripts/gallery $(PROGRAM) out/gallery "$(patsubst content/themes/%.yaml,%,$(wildcard content/themes/*.yaml))" \
		$(BROCHURES:$(O)/%=%.yaml)

lint: $(OBJECTS) # clang-tidy reads each changed file for a second or two
	@CPPFLAGS="$(CPPFLAGS)" TEST_SECONDS=1800 $(RUN) $(wildcard tests/lint/*.sh)

bench: $(PROGRAM) $(O)/bench/floor $(O)/bench/pairs
	@OUT=$(O) BROCHURE=$(abspath $(PROGRAM)) bench/run.sh

fuzz:
	@$(MAKE) --no-print-directory BUILD=fuzz fuzz-run

fuzz-run: $(FUZZERS) $(FACES)
	@tests/fuzz/run $(FUZZ_SECONDS) $(FUZZERS)

cov: # the share of each file's lines that the tests run, lowest first
	-@$(MAKE) --no-print-directory BUILD=cov test
	@gcov -n out/build/cov/obj/*/*.gcda 2>/dev/null | awk -F"[':%]" '/^File .src/ { file = $$2 } \
		/^Lines/ && file { printf "%6.1f %% %s\n", $$2, file; file = "" }' | sort -n

SHARE = $(DESTDIR)$(PREFIX)/share
install: $(PROGRAM)
	install -D $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/brochure
	@scripts/install-data $(O) $(SHARE)

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/brochure $(SHARE)/brochure $(SHARE)/man/man1/brochure.1 $(SHARE)/man/man5/brochure.5

# The same commit gives the same bytes: git archive takes its times, gzip -n writes none.
dist: NAME = brochure-$(shell cat VERSION)
dist:
	@mkdir -p out
	git archive --format=tar --prefix=$(NAME)/ HEAD | gzip -9n >out/$(NAME).tar.gz

clean:
	rm -rf out

.PHONY: all unit test test-editor test-oracle test-readers golden picture gallery lint bench fuzz fuzz-run cov install uninstall dist clean again
-include $(OBJECTS:=.d) $(O)/obj/cli/main.o.d $(BROCHURES:=.d) $(UNITS:=.d) $(TESTS:=.d) $(FUZZERS:=.d) $(TOOLS:=.d)
