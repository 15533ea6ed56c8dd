# skollint - GNU make, Debian 12. `make help` lists the goals.

BUILD    ?= build
PREFIX   ?= /usr/local
VERSION  := 0.1.0
V        ?= 0
Q        := $(if $(filter 0,$(V)),@,)
say       = $(if $(filter 0,$(V)),@printf '  %-5s %s\n' $(1) $(patsubst $(BUILD)/%,%,$@),@:)

# `cc` is make's own default; ours is gcc, unless the caller chose.
ifeq ($(origin CC),default)
CC       := gcc
endif
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc)
endif

MAKEFLAGS += --no-print-directory

# What each purpose needs from Debian; a goal installs only what is missing.
PACKAGES_build := gcc libc6-dev pkg-config libxml2-dev libyaml-dev \
                  libpcre2-dev libmd-dev libutf8proc-dev \
                  libjansson-dev libstemmer-dev libsqlite3-dev zlib1g-dev \
                  liblzma-dev libicu-dev
PACKAGES_test  := libcriterion-dev python3 python3-yaml zip unzip \
                  installation-guide-amd64 parallel poppler-utils \
                  tesseract-ocr tesseract-ocr-swe
PACKAGES_lint  := clang clang-format shellcheck
PACKAGES_valgrind := valgrind
PACKAGES_peers := libreoffice-writer libreoffice-calc pandoc cmark chromium \
                  poppler-utils tesseract-ocr tesseract-ocr-eng \
                  tesseract-ocr-swe fonts-noto-core python3-junitparser \
                  lintian python3 python3-docx python3-lxml nodejs@node npm@npm zsh fish
PACKAGES_deb   := dpkg-dev
PACKAGES_bench := pandoc libxml2-utils unzip pcre2-utils poppler-utils python3 time

LIBS     := libxml-2.0 yaml-0.1 libpcre2-8 libmd libutf8proc jansson sqlite3 zlib
# Asked once, and only when something is compiled: pkg-config may not be
# installed before.
LIB_CPPFLAGS = $(eval LIB_CPPFLAGS := $$(shell pkg-config --cflags $(LIBS)))$(LIB_CPPFLAGS)
LIB_LDLIBS   = $(eval LIB_LDLIBS := $$(shell pkg-config --libs $(LIBS)))$(LIB_LDLIBS)

WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
            -Wmissing-prototypes -Wvla -Wpointer-arith -Werror
# Under sanitizers gcc warns of what its own checks insert; the plain builds
# are strict.
ifneq ($(findstring -fsanitize,$(EXTRA)),)
WARN     += -Wno-error -Wno-format-truncation
endif
OPT      ?= -O2 -g
CFLAGS    = -std=c17 $(OPT) $(WARN) -fPIC -fvisibility=hidden -pthread $(EXTRA)
CPPFLAGS  = -D_GNU_SOURCE -Isrc -Iinclude $(LIB_CPPFLAGS)
LDFLAGS   = -pthread $(EXTRA)
LDLIBS    = $(LIB_LDLIBS) -lstemmer -lm

# The folders are the file list: nothing to edit when a file is added.
LIB_SRC  := $(filter-out src/cli/%,$(wildcard src/*/*.c))
CLI_SRC  := $(wildcard src/cli/*.c)
UNIT_SRC := $(wildcard tests/unit/*.c)
SCRIPTS  := $(wildcard src/*/*.sh tests/*/*.sh) .ci/run
C_FILES  := $(wildcard src/*/*.[ch] include/skollint/*.h tests/*/*.[ch])
RULES    := $(sort $(shell find rules -name '*.yaml' 2>/dev/null))
objects   = $(patsubst %.c,$(BUILD)/%.o,$(patsubst $(BUILD)/%,%,$(1)))

# Sources that are made while building; a folder adds its own in src/*/*.mk.
.DEFAULT_GOAL := all
MADE_SRC := $(BUILD)/embedded.c
-include $(wildcard src/*/*.mk)
LIB_OBJ   = $(call objects,$(LIB_SRC) $(MADE_SRC)) $(BUILD)/image.o

all: $(if $(CLI_SRC),$(BUILD)/skollint) $(BUILD)/libskollint.a $(BUILD)/libskollint.so  ## build the program and the library

$(BUILD)/libskollint.a: $(LIB_OBJ)
	@mkdir -p $(@D)
	$(call say,AR)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/libskollint.so: $(LIB_OBJ)
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -shared -Wl,-soname,libskollint.so.0 \
	    -Wl,-z,pack-relative-relocs -o $@ $^ $(LDLIBS)

# The program carries its libraries and stands at a fixed place, so that
# nothing is to be looked up or moved: it starts in a quarter of the time. The
# library comes twice, as it also stands in for what libxml2 would want of ICU.
STATIC_LIBS := -lxml2 -lyaml -lpcre2-8 -lmd -lutf8proc -ljansson -lsqlite3 \
               -lstemmer -llzma -lz
$(BUILD)/skollint: $(call objects,$(CLI_SRC)) $(BUILD)/libskollint.a
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -no-pie -o $@ $^ -Wl,-Bstatic $(STATIC_LIBS) -Wl,-Bdynamic \
	    $(BUILD)/libskollint.a -lm

# Without any shared library at all, for a machine that is not ours.
$(BUILD)/static/skollint: $(call objects,$(CLI_SRC)) $(BUILD)/libskollint.a
	@mkdir -p $(@D)
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -static -o $@ $^ $(STATIC_LIBS) \
	    $(BUILD)/libskollint.a -lm
# On the shared library, as Debian wants it.
$(BUILD)/shared/skollint: $(call objects,$(CLI_SRC)) $(BUILD)/libskollint.so
	@mkdir -p $(@D)
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -Wl,-z,relro,-z,now -o $@ $^

# The rule files, as one C source that changes only when they do.
$(BUILD)/embedded.c: $(RULES) src/rules/embed.sh FORCE | $(BUILD)/.packages-build
	$(Q)src/rules/embed.sh $(RULES) >$@.new
	$(Q)cmp -s $@.new $@ && rm $@.new || mv $@.new $@
$(BUILD)/embedded.o: $(RULES)

# What is read from them is made here, and never when the program starts.
IMAGE_OBJ = $(call objects,src/rules/image/image.c $(filter-out src/api/%,$(LIB_SRC)) \
              $(filter-out $(BUILD)/embedded.c,$(MADE_SRC)))
$(BUILD)/image: $(IMAGE_OBJ)
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/image.s: $(BUILD)/image $(RULES)
	$(call say,RULES)
	$(Q)$(BUILD)/image $@ $(RULES)
$(BUILD)/image.o: $(BUILD)/image.s
	$(Q)$(CC) -c -o $@ $<

# All tests of Criterion in one program; build/unit-NAME holds one file.
$(BUILD)/unit: $(call objects,$(UNIT_SRC)) $(BUILD)/libskollint.a
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcriterion
$(BUILD)/unit-%: $(BUILD)/tests/unit/%.o $(BUILD)/libskollint.a
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcriterion
# PLANT=leak or PLANT=overrun puts a defect in place of the tests, to show
# that `make asan` sees it.
UNIT_PROGRAM := $(if $(PLANT),$(BUILD)/planted-$(PLANT),$(BUILD)/unit)
$(BUILD)/planted-%: $(BUILD)/tests/planted/%.o $(BUILD)/libskollint.a
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcriterion
# A test must know which build it tests.
$(BUILD)/tests/%.o: CPPFLAGS += -DBUILD='"$(BUILD)"'
$(call objects,$(UNIT_SRC) $(wildcard tests/planted/*.c)): | $(BUILD)/.packages-test

$(BUILD)/%.o: %.c | $(BUILD)/.packages-build
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/%.o: $(BUILD)/%.c | $(BUILD)/.packages-build
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Looked at again when the lists above change. One after the other, as apt
# allows only one of itself.
$(BUILD)/.packages-%: Makefile
	@mkdir -p $(@D)
	$(Q)tests/tools/packages.sh $(PACKAGES_$*) && touch $@
$(BUILD)/.packages-test: | $(BUILD)/.packages-build

unit: $(BUILD)/unit  ## run the unit and golden tests alone
	$(Q)$<

agreement: $(BUILD)/skollint  ## hold the verdicts against two readings (FINAL=1: the half kept apart)
	$(Q)python3 tests/agreement/run.py $< $(if $(FINAL),--final,--cells)
	$(Q)if [ -z "$(FINAL)" ] && [ -d ../shared/gold ]; then \
	    python3 tests/agreement/run.py $< --cells --seeds ../shared; fi
	$(Q)python3 tests/agreement/wordings.py $<

demo: $(BUILD)/skollint  ## check the sample reports
	-$(BUILD)/skollint check samples/*.txt samples/*.docx

# Tests. run.sh goes on after a failure and counts at the end.
CHECKS   := $(BUILD)/unit '$(BUILD)/skollint rules lint' \
            '$(BUILD)/skollint rules test' \
            'tests/tools/layers.sh $(BUILD)' tests/tools/words.sh \
            tests/tools/texts.sh 'tests/tools/api.sh $(BUILD)' \
            $(patsubst %,'% $(BUILD)',$(wildcard tests/cli/*.sh)) \
            tests/planted/planted.sh
test: all $(BUILD)/unit  ## all tests that need Debian's libraries only
	$(Q)tests/tools/run.sh $(CHECKS)

test-peers: all $(BUILD)/unit $(BUILD)/.packages-peers  ## against LibreOffice, pandoc, Chromium, npm's validators
	$(Q)tests/tools/run.sh $(patsubst %,'% $(BUILD)',$(wildcard tests/peers/*.sh))

$(BUILD)/bench/%: tests/bench/%.c $(BUILD)/libskollint.a
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -no-pie -o $@ $< $(BUILD)/libskollint.a \
	    $(LDLIBS)
bench: all $(BUILD)/bench/warm $(BUILD)/bench/floor $(BUILD)/bench/store $(BUILD)/.packages-bench  ## paired ratios against other tools, in one run
	$(Q)for bench in tests/bench/*.sh; do $$bench $(BUILD) || exit; done

# Variants build beside the program, never over it.
SANITIZE := BUILD=$(BUILD)-asan OPT="-O1 -g -fno-omit-frame-pointer" \
            EXTRA="-fsanitize=address,undefined -fno-sanitize-recover=undefined"
asan:  ## the tests and samples under AddressSanitizer, leaks too
	$(Q)$(MAKE) $(SANITIZE) asan-run
asan-run: all $(UNIT_PROGRAM)
	$(Q)tests/tools/asan.sh $(BUILD) $(UNIT_PROGRAM)

# PCRE2's just-in-time code looks wrong to valgrind: this variant has none.
valgrind: $(BUILD)/.packages-valgrind  ## the samples and golden inputs under valgrind
	$(Q)$(MAKE) BUILD=$(BUILD)-valgrind OPT="-O1 -g" \
	    EXTRA=-DREGEX_WITHOUT_JIT all
	$(Q)tests/tools/valgrind.sh $(BUILD)-valgrind

FUZZ     := CC=clang BUILD=$(BUILD)-fuzz OPT="-O1 -g -fno-omit-frame-pointer" \
            EXTRA="-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -Wno-unknown-warning-option"
fuzz: $(BUILD)/.packages-lint  ## SECONDS=600 TARGETS="zip …": fuzz the readers and the writer, from the corpus on
	$(Q)$(MAKE) $(FUZZ) fuzz-run
TARGETS  ?= $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
fuzz-run: $(patsubst %,$(BUILD)/fuzz_%,$(TARGETS))
	$(Q)tests/fuzz/fuzz.sh $(BUILD) $(or $(SECONDS),600) $(TARGETS)
$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/libskollint.a
	$(Q)$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

lint: $(BUILD)/.packages-lint  ## clang's warnings, shell scripts, sizes
	$(Q)$(MAKE) CC=clang BUILD=$(BUILD)-clang all $(BUILD)-clang/unit
	$(Q)shellcheck -x $(SCRIPTS)
	$(Q)tests/tools/sizes.sh

format: $(BUILD)/.packages-lint  ## lay out the C sources in the house style
	$(Q)clang-format -i --style=file:src/.clang-format $(C_FILES)

SHARE     = $(DESTDIR)$(PREFIX)/share
LIBDIR   ?= $(PREFIX)/lib
PROGRAM  ?= $(BUILD)/skollint
install: all $(PROGRAM)  ## into $(DESTDIR)$(PREFIX)
	install -D $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/skollint
	install -D -m 644 $(BUILD)/libskollint.a $(DESTDIR)$(LIBDIR)/libskollint.a
	install -D $(BUILD)/libskollint.so $(DESTDIR)$(LIBDIR)/libskollint.so.0
	ln -sf libskollint.so.0 $(DESTDIR)$(LIBDIR)/libskollint.so
	install -d $(DESTDIR)$(PREFIX)/include/skollint
	install -m 644 include/skollint/*.h $(DESTDIR)$(PREFIX)/include/skollint
	install -D -m 644 src/cli/share/skollint.1 $(SHARE)/man/man1/skollint.1
	install -D -m 644 src/cli/share/skollint.bash $(SHARE)/bash-completion/completions/skollint
	install -D -m 644 src/cli/share/_skollint $(SHARE)/zsh/vendor-completions/_skollint
	install -D -m 644 src/cli/share/skollint.fish $(SHARE)/fish/vendor_completions.d/skollint.fish
	install -D -m 644 src/cli/share/skollint.desktop $(SHARE)/applications/skollint.desktop
	install -D -m 644 -t $(SHARE)/doc/skollint/examples src/cli/share/skollint-watch.path src/cli/share/skollint-watch.service
	install -D -m 644 -t $(SHARE)/skollint/schema rules/schema/rules.json rules/schema/settings.json
	install -d $(DESTDIR)$(LIBDIR)/pkgconfig
	sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@VERSION@|$(VERSION)|; s|@LIBS@|$(LIBS)|' \
	    src/skollint.pc.in >$(DESTDIR)$(LIBDIR)/pkgconfig/skollint.pc

static: $(BUILD)/static/skollint  ## the program in one file that runs on any Linux

deb: $(BUILD)/.packages-deb all  ## Debian packages of the program and the library
	$(Q)rm -rf $(BUILD)/deb-root
	$(Q)$(MAKE) install DESTDIR=$(BUILD)/deb-root PREFIX=/usr \
	    PROGRAM=$(BUILD)/shared/skollint \
	    LIBDIR=/usr/lib/$$(dpkg-architecture -q DEB_HOST_MULTIARCH) >/dev/null
	$(Q)src/cli/deb.sh $(BUILD)/deb-root $(BUILD) $(VERSION)

accept: all  ## CASE=TOPIC/NAME: show how a golden case changed and take it as right
	$(Q)tests/tools/accept.sh $(BUILD) $(CASE)

clean:  ## remove what was built
	rm -rf $(BUILD) $(BUILD)-*

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## */  \1\t/' | expand -t 14

-include $(shell find $(BUILD) -type f -name '*.d' 2>/dev/null)

.PHONY: all unit demo test test-peers bench asan asan-run valgrind fuzz fuzz-run \
        lint format install static deb accept clean help FORCE
.DELETE_ON_ERROR:
.SECONDARY:
