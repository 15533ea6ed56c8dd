/* zip: parts of good files are read, bad files are refused in one word. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/limits.h"
#include "base/zip.h"
#include "zip_maker.h"

#include <stdio.h>

static bool collect(void *self, struct str piece, struct failure *failure)
{
    (void)failure;
    buf_add(self, piece);
    return true;
}

static void expect_part(struct zip *zip, const char *name, struct str content)
{
    struct failure why = {0};
    struct buf read = {0};
    size_t index = zip_find(zip, str_from(name));

    cr_assert(index != SIZE_MAX, "%s", name);
    cr_expect(zip_read(zip, index, collect, &read, &why), "%s", why.key);
    cr_expect(str_equal(buf_str(&read), content), "%s", name);
    buf_free(&read);
}

/* What opening or reading the first part of the file says. */
static void expect_refused(struct zip_maker *maker, const char *key)
{
    struct failure why = {0};
    struct str file = zip_finish(maker);
    struct zip *zip = zip_open(file, &why);
    struct buf read = {0};

    if (zip)
        cr_expect(not(zip_read(zip, 0, collect, &read, &why)));
    cr_expect(eq(str, why.key, (char *)key));
    buf_free(&read);
    zip_close(zip);
    zip_maker_free(maker);
}

static struct str repeated(char byte, size_t length)
{
    char *bytes = malloc(length);

    memset(bytes, byte, length);
    return (struct str){bytes, length};
}

Test(zip, every_way_of_storing_a_part_is_read)
{
    struct zip_maker maker = {0};
    struct str text = repeated('x', 200000), file;
    struct zip *zip;
    struct failure why = {0};

    zip_add(&maker, "stored.xml", text, ZIP_STORED);
    zip_add(&maker, "deflated.xml", text, 0);
    zip_add(&maker, "later.xml", text, ZIP_DESCRIPTOR);
    zip_add(&maker, "far.xml", text, ZIP_64);
    zip_add(&maker, "empty", STR(""), ZIP_STORED);
    file = zip_finish(&maker);
    zip = zip_open(file, &why);
    cr_assert(zip != NULL, "%s", why.key);
    cr_expect(eq(sz, zip_count(zip), 5));
    expect_part(zip, "stored.xml", text);
    expect_part(zip, "deflated.xml", text);
    expect_part(zip, "later.xml", text);
    expect_part(zip, "far.xml", text);
    expect_part(zip, "empty", STR(""));
    expect_part(zip, "DEFLATED.XML", text);
    cr_expect(zip_find(zip, STR("other")) == SIZE_MAX);
    zip_close(zip);
    zip_maker_free(&maker);
    free((char *)text.at);
}

Test(zip, a_file_cut_off_anywhere_is_refused)
{
    struct zip_maker maker = {0};
    struct str file;

    zip_add(&maker, "a.xml", STR("<a>en text som är lite längre</a>"), 0);
    zip_add(&maker, "b.xml", STR("<b/>"), 0);
    file = zip_finish(&maker);
    for (size_t length = 0; length < file.length; length++) {
        char *copy = malloc(length + 1);
        struct failure why = {0};
        struct zip *zip;

        memcpy(copy, file.at, length);
        zip = zip_open((struct str){copy, length}, &why);
        cr_expect(zip == NULL, "%zu of %zu", length, file.length);
        cr_expect(why.key[0] != '\0');
        zip_close(zip);
        free(copy);
    }
    zip_maker_free(&maker);
}

Test(zip, what_no_word_file_has_is_refused)
{
    static const struct {
        const char *name;
        unsigned making;
        const char *key;
    } cases[] = {
        {"a.xml", ZIP_ENCRYPTED, "zip-encrypted"},
        {"a.xml", ZIP_WRONG_CRC, "zip-wrong-checksum"},
        {"a.xml", ZIP_WRONG_SIZE, "zip-damaged"},
        {"a.xml", ZIP_WRONG_METHOD, "zip-method"},
        {"a.xml", ZIP_NO_DATA, "zip-damaged"},
        {"../a.xml", 0, "zip-odd-name"},
        {"/etc/passwd", 0, "zip-odd-name"},
        {"word\\document.xml", 0, "zip-odd-name"},
        {"a\x01.xml", 0, "zip-odd-name"},
        {"\xFF\xFE.xml", 0, "zip-odd-name"},
        {"", 0, "zip-odd-name"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct zip_maker maker = {0};

        zip_add(&maker, cases[i].name, STR("<a>en text, en text</a>"),
                cases[i].making);
        expect_refused(&maker, cases[i].key);
    }
}

Test(zip, two_parts_of_one_name_are_refused)
{
    struct zip_maker maker = {0};

    zip_add(&maker, "word/a.xml", STR("<a/>"), 0);
    zip_add(&maker, "WORD/A.xml", STR("<b/>"), 0);
    expect_refused(&maker, "zip-duplicate");
}

Test(zip, parts_that_share_their_bytes_are_refused)
{
    struct zip_maker maker = {0};

    zip_add(&maker, "a.xml", STR("<a>text</a>"), 0);
    zip_add(&maker, "a.xml", STR("<a>text</a>"), ZIP_SAME_DATA);
    expect_refused(&maker, "zip-overlap");
}

Test(zip, a_part_packed_too_tightly_is_refused)
{
    struct zip_maker maker = {0};
    struct str zeros = repeated('0', 20u << 20);

    zip_add(&maker, "a.xml", zeros, 0);
    expect_refused(&maker, "zip-ratio");
    free((char *)zeros.at);
}

Test(zip, a_file_of_too_many_parts_is_refused)
{
    struct zip_maker maker = {0};
    char name[20];

    for (int i = 0; i <= LIMIT_ZIP_ENTRIES; i++) {
        snprintf(name, sizeof name, "%d", i);
        zip_add(&maker, name, STR(""), ZIP_STORED);
    }
    expect_refused(&maker, "zip-too-many-entries");
}

Test(zip, any_byte_may_be_wrong_without_harm)
{
    struct zip_maker maker = {0};
    struct str file;
    char *copy;

    zip_add(&maker, "a.xml", STR("<a>en text som är lite längre</a>"), 0);
    zip_add(&maker, "b.xml", STR("<b/>"), ZIP_64);
    file = zip_finish(&maker);
    copy = malloc(file.length);
    for (size_t i = 0; i < file.length * 4; i++) {
        static const char values[] = {'\0', '\xFF', '\x01', '\x7F'};
        struct failure why = {0};
        struct buf read = {0};
        struct zip *zip;

        memcpy(copy, file.at, file.length);
        copy[i / 4] ^= values[i % 4];
        zip = zip_open((struct str){copy, file.length}, &why);
        for (size_t part = 0; zip && part < zip_count(zip); part++)
            zip_read(zip, part, collect, &read, &why);
        zip_close(zip);
        buf_free(&read);
    }
    free(copy);
    zip_maker_free(&maker);
}
