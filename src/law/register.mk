# The register of statutes as tables in the program: rules/law becomes C.

# The statutes come first: the other files speak of them.
LAW_FIRST := rules/law/statutes.tsv
LAW_DATA  := $(LAW_FIRST) $(filter-out $(LAW_FIRST),$(wildcard rules/law/*.tsv)) \
             $(wildcard rules/law/*/*.tsv)
MADE_SRC  += $(BUILD)/src/law/tables.c

$(BUILD)/src/law/tables.c: src/law/tables.awk $(LAW_DATA)
	@mkdir -p $(@D)
	$(call say,AWK)
	$(Q)LC_ALL=C awk -f $< $(LAW_DATA) > $@

# One text of half a megabyte is longer than C promises to take.
$(BUILD)/src/law/tables.o: CFLAGS += -Wno-overlength-strings
