# tables - turns the files of rules/law into C tables (src/law/tables.h).
#
# awk -f tables.awk rules/law/*.tsv rules/law/*/*.tsv > tables.c
# Run it with LC_ALL=C. Works with any POSIX awk; lines that cannot be read
# are named and nothing is made.

BEGIN {
    FS = "\t"
    pool_size = 1
    pool_count = word_count = statute_count = tail_count = clause_count = 0
    event_count = chapter_count = applied_count = subject_count = 0
    known_count = amendment_count = 0
    split("chapter clause subclause item sentence dash_item ordinal and to " \
          "in this old of_year act half sfs series preparatory page " \
          "following article curriculum tail statute same " \
          "with cardinal", kinds, " ")
    for (i in kinds)
        kind_number[kinds[i]] = i
    split("chapter clause ordinal old act half sfs series preparatory " \
          "article curriculum statute same", opening, " ")
    for (i in opening)
        opens[opening[i]] = 1
    split("repealed_chapter repealed moved moved_in new_chapter new changed",
          names, " ")
    for (i in names)
        action_number[names[i]] = i - 1
    division["chapters"] = 0
    division["clauses"] = 1
    division["articles"] = 2
    division["parts"] = 3
    status_number["in_force"] = 0
    status_number["repealed"] = 1
    status_number["future"] = 2
    status_number["not_law"] = 3
    how_number["name"] = 0
    how_number["sure"] = 1
    how_number["beside"] = 2
    for (i = 0; i < 256; i++)
        ord[sprintf("%c", i)] = i
    headings["statutes"] = "id name title divided in_force_from applied_from" \
        " in_force_to successor known_until"
    headings["names"] = "form statute how"
    headings["words"] = "class word value"
    headings["clauses"] = "chapter clause heading own amended_by status" \
        " in_force_from in_force_to since since_by subclauses"
    headings["events"] = "chapter clause date act action to_chapter to_clause"
    headings["chapters"] = "chapter title"
    headings["applied"] = "statute chapter clause from applied_until act"
    headings["subjects"] = "subject statute chapter clause weight"
    headings["amendments"] = "statute act in_force preparatory"
    headings["known_sfs"] = "sfs title"
}

function wrong(what)
{
    printf "%s:%d: %s\n", FILENAME, FNR, what > "/dev/stderr"
    failed = 1
}

# The offset of a text in the pool; the same text is stored once.
function text(what)
{
    if (what == "")
        return 0
    if (!(what in offsets)) {
        offsets[what] = pool_size
        pool[pool_count++] = what
        pool_size += length(what) + 1
    }
    return offsets[what]
}

function day(what)
{
    if (what == "")
        return 0
    if (what !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/)
        wrong("not a date: " what)
    gsub("-", "", what)
    return what + 0
}

function act(what, parts)
{
    if (what == "")
        return 0
    if (what !~ /^[0-9]+:[0-9]+$/)
        wrong("not an act: " what)
    split(what, parts, ":")
    return parts[1] * 65536 + parts[2]
}

# A number with a letter as it stands in a key: "6 a" is 6 * 32 + 1.
function number(what, parts)
{
    if (what == "" || what == "-")
        return 0
    if (what !~ /^[0-9]+( [a-z])?$/)
        wrong("not a number: " what)
    split(what, parts, " ")
    return parts[1] * 32 + (2 in parts ? ord[parts[2]] - 96 : 0)
}

function key(chapter, clause)
{
    return number(chapter) * 131072 + number(clause)
}

# Lower case without diacritics. The bytes are UTF-8.
function fold(word)
{
    gsub(/å|ä|Å|Ä/, "a", word)
    gsub(/ö|Ö/, "o", word)
    return tolower(word)
}

function statute(id)
{
    if (!(id in statute_index))
        wrong("not in statutes.tsv: " id)
    return statute_index[id] + 0
}

function add_word(word, exact, kind, value, how, folded)
{
    folded = fold(word)
    if (folded !~ /^[a-z][a-z0-9]*$/)
        wrong("only letters, and digits after them: " word)
    if (folded in word_seen) {
        wrong("the word stands twice: " word)
        return
    }
    word_seen[folded] = word_count
    word_folded[word_count] = folded
    word_opens[word_count] = kind in opens
    word_line[word_count++] = sprintf("{%d, %d, %d, %d, %d, %d}",
        text(folded), exact ? text(word) : 0, value, length(folded),
        kind_number[kind], how)
}

# Which file this is: the folder's name, or the file's own.
FNR == 1 {
    count = split(FILENAME, path, "/")
    file = path[count]
    sub(/\.tsv$/, "", file)
    folder = path[count - 1]
    table = folder ~ /^(clauses|events|chapters)$/ ? folder : file
    if (table != folder)
        folder = ""
    owner = file
    if (owner ~ /^[A-Z]/)
        sub("-", " ", owner)
    sub("-", ":", owner)
    if (!(table in headings)) {
        table = ""
        next
    }
    expected = headings[table]
    gsub(" ", "\t", expected)
    if ($0 != expected)
        wrong("the columns are to be: " headings[table])
    next
}

table == "" { next }

table == "statutes" {
    n = statute_count++
    statute_index[$1] = n
    id = $1
    series = ""
    if (split(id, parts, " ") == 2) {
        series = parts[1]
        id = parts[2]
    }
    split(id, parts, ":")
    statute_head[n] = sprintf("{\"%s\", %d, %d}, %d, %d, %d, %d, %d, %d",
        series, parts[1], parts[2], text($2), text($3), day($5),
        day($6 == "" ? $5 : $6), day($7), day($9))
    successor[n] = $8
    divided[n] = division[$4]
    next
}

table == "names" {
    add_word($1, $3 != "name", "statute", statute($2), how_number[$3])
    if ($3 == "name" && $1 !~ /s$/)
        add_word($1 "s", 0, "statute", statute($2), how_number[$3])
    next
}

table == "words" {
    if (!($1 in kind_number))
        wrong("no such class of words: " $1)
    value = $3 ~ /^[0-9]+$/ ? $3 : text($3)
    if ($1 == "series")
        value = text($2)
    if ($1 == "tail")
        tails[tail_count++] = text(fold($2))
    else
        add_word($2, 0, $1, value, 0)
    next
}

table == "clauses" {
    n = clause_count++
    order = sprintf("%05d %012d %08d", statute(owner), key($1, $2), day($7))
    clause_line[order] = sprintf("{%d, %d, %d, %d, %d, %d, %d, %d, %d, %d}",
        key($1, $2), day($7), day($8), day($9), act($5), act($10), text($3),
        text($11), status_number[$6], $4)
    clause_order[n] = order
    clauses_of[statute(owner)]++
    next
}

function add_event(of, at, when, by, other, what, order)
{
    order = sprintf("%05d %012d %08d %d %05d", of, at, when,
                    action_number[what], event_count)
    event_line[order] = sprintf("{%d, %d, %d, %d, %d}", at, when, by, other,
                                action_number[what])
    event_order[event_count++] = order
    events_of[of]++
}

table == "events" {
    if (!($5 in action_number))
        wrong("no such action: " $5)
    to = $5 == "moved" ? key($6, $7) : 0
    add_event(statute(owner), key($1, $2), day($3), act($4), to, $5)
    if ($5 == "moved")
        add_event(statute(owner), to, day($3), act($4), key($1, $2),
                  "moved_in")
    next
}

table == "chapters" {
    n = chapter_count++
    order = sprintf("%05d %012d", statute(owner), key($1, ""))
    chapter_line[order] = sprintf("{%d, %d}", key($1, ""), text($2))
    chapter_order[n] = order
    chapters_of[statute(owner)]++
    next
}

table == "applied" {
    applied[applied_count++] = sprintf("{%d, %d, %d, %d, %d}", statute($1),
        key($2, $3), day($4), day($5), act($6))
    next
}

table == "subjects" {
    subjects[subject_count++] = sprintf("{%d, %d, %d, %d}", text($1),
        statute($2), key($3, $4), $5 == "core")
    next
}

table == "amendments" {
    amendments[amendment_count++] = sprintf("{%d, %d, %d, %d}", statute($1),
        act($2), day($3), text($4))
    next
}

table == "known_sfs" {
    order = sprintf("%012d", act($1))
    known_line[order] = sprintf("{%d, %d}", act($1), text($2))
    known_order[known_count++] = order
    next
}

# Shell sort of list[0..count-1] as strings.
function sort(list, count, gap, i, j, held)
{
    for (gap = 1; gap < count; gap = gap * 3 + 1)
        ;
    for (; gap >= 1; gap = int(gap / 3))
        for (i = gap; i < count; i++) {
            held = list[i]
            for (j = i; j >= gap && list[j - gap] > held; j -= gap)
                list[j] = list[j - gap]
            list[j] = held
        }
}

function print_sorted(type, name, list, lines, count, i)
{
    sort(list, count)
    printf "const struct %s %s[] = {\n", type, name
    for (i = 0; i < count; i++) {
        if (i > 0 && list[i] == list[i - 1])
            wrong("stands twice: " list[i])
        print lines[list[i]] ","
    }
    print "{0}};"
}

function print_plain(type, name, lines, count, i)
{
    printf "const struct %s %s[] = {\n", type, name
    for (i = 0; i < count; i++)
        print lines[i] ","
    print "{0}};"
}

function add_length(masks, seen, i, letter, size)
{
    letter = ord[substr(word_folded[i], 1, 1)] - 97
    size = length(word_folded[i])
    if (!((letter, size) in seen)) {
        seen[letter, size] = 1
        masks[letter] += 2 ^ size
    }
}

function print_lengths(name, masks, i)
{
    printf "const uint32_t %s[26] = {\n", name
    for (i = 0; i < 26; i++)
        printf "%.0fu,\n", masks[i]
    print "};"
}

function print_words(i, j, hash)
{
    print_plain("law_word", "law_words", word_line, word_count)
    for (i = 0; i < word_count; i++) {
        hash = 0
        for (j = 1; j <= length(word_folded[i]); j++)
            hash = (hash * 31 + ord[substr(word_folded[i], j, 1)]) % 4096
        while (hash in slots)
            hash = (hash + 1) % 4096
        slots[hash] = i + 1
        add_length(masks, mask_seen, i)
        if (word_opens[i])
            add_length(openings, opening_seen, i)
    }
    print "const uint16_t law_word_slots[LAW_WORD_SLOTS] = {"
    for (i = 0; i < 4096; i++)
        if (i in slots)
            printf "[%d] = %d,\n", i, slots[i]
    print "};"
    print_lengths("law_word_lengths", masks)
    print_lengths("law_word_openings", openings)
}

function print_statutes(i, clause, event, chapter, next_one)
{
    print "const struct law_statute law_statutes[] = {"
    for (i = 0; i < statute_count; i++) {
        next_one = successor[i] == "" ? -1 : statute(successor[i])
        printf "{%s, %d, %d, %d, %d, %d, %d, %d, %d},\n", statute_head[i],
            next_one, divided[i], clause, clauses_of[i], event,
            events_of[i], chapter, chapters_of[i]
        clause += clauses_of[i]
        event += events_of[i]
        chapter += chapters_of[i]
    }
    printf "};\nconst uint32_t law_statute_count = %d;\n", statute_count
}

function print_pool(i, line)
{
    print "const char law_pool[] = \"\\0\""
    for (i = 0; i < pool_count; i++) {
        line = pool[i]
        gsub(/\\/, "\\\\", line)
        gsub(/"/, "\\\"", line)
        print "\"" line "\\0\""
    }
    print ";"
}

END {
    if (failed)
        exit 1
    print "/* Made by src/law/tables.awk from rules/law; not to be edited. */"
    print "#include \"law/tables.h\""
    print_words()
    print_statutes()
    print_sorted("law_clause", "law_clauses", clause_order, clause_line,
                 clause_count)
    print_sorted("law_event", "law_events", event_order, event_line,
                 event_count)
    print_sorted("law_chapter", "law_chapters", chapter_order, chapter_line,
                 chapter_count)
    print_sorted("law_known", "law_known", known_order, known_line,
                 known_count)
    print_plain("law_applied", "law_applied", applied, applied_count)
    print_plain("law_subject", "law_subjects", subjects, subject_count)
    print_plain("law_amendment", "law_amendments", amendments,
                amendment_count)
    printf "const uint32_t law_amendment_count = %d;\n", amendment_count
    printf "const uint32_t law_applied_count = %d;\n", applied_count
    printf "const uint32_t law_subject_count = %d;\n", subject_count
    printf "const uint32_t law_known_count = %d;\n", known_count
    printf "const uint32_t law_tails[] = {"
    for (i = 0; i < tail_count; i++)
        printf "%d, ", tails[i]
    printf "0};\n"
    print_pool()
    if (failed)
        exit 1
}
