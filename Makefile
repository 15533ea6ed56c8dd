# skollint - GNU make, Debian 12. `make help` lists the goals.

BUILD    ?= build
CC       ?= gcc
PREFIX   ?= /usr/local
V        ?= 0
Q        := $(if $(filter 0,$(V)),@,)
say       = $(if $(filter 0,$(V)),@printf '  %-5s %s\n' $(1) $(patsubst $(BUILD)/%,%,$@),@:)

LIBS     := libxml-2.0 yaml-0.1 libpcre2-8 minizip libmd libutf8proc jansson zlib
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
            -Wmissing-prototypes -Wvla -Wpointer-arith -Werror
OPT      ?= -O2 -g
CFLAGS    = -std=c17 $(OPT) $(WARN) -fPIC -fvisibility=hidden -pthread $(EXTRA)
CPPFLAGS  = -D_GNU_SOURCE -Isrc -Iinclude $(shell pkg-config --cflags $(LIBS))
LDFLAGS   = -pthread $(EXTRA)
LDLIBS    = $(shell pkg-config --libs $(LIBS)) -lstemmer

# The folders are the file list: nothing to edit when a file is added.
LIB_SRC  := $(filter-out src/cli/%,$(wildcard src/*/*.c))
CLI_SRC  := $(wildcard src/cli/*.c)
UNIT_SRC := $(wildcard tests/unit/*.c)
objects   = $(1:%.c=$(BUILD)/%.o)

all: $(BUILD)/skollint $(BUILD)/libskollint.a $(BUILD)/libskollint.so  ## build the program and the library

$(BUILD)/libskollint.a: $(call objects,$(LIB_SRC))
	@mkdir -p $(@D)
	$(call say,AR)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/libskollint.so: $(call objects,$(LIB_SRC))
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -shared -o $@ $^ $(LDLIBS)

$(BUILD)/skollint: $(call objects,$(CLI_SRC)) $(BUILD)/libskollint.a
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# One program of Criterion tests; UNIT=name builds and runs one file alone.
UNIT     ?= *
UNIT_RUN := $(wildcard tests/unit/$(UNIT).c)
$(BUILD)/unit: $(call objects,$(UNIT_SRC)) $(BUILD)/libskollint.a
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcriterion
$(BUILD)/unit-%: $(BUILD)/tests/unit/%.o $(BUILD)/libskollint.a
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcriterion

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

unit: $(BUILD)/unit  ## run the unit tests
	$(Q)$<

clean:  ## remove what was built
	rm -rf $(BUILD)

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */  \1\t/' | expand -t 18

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

.PHONY: all unit clean help
.DELETE_ON_ERROR:
