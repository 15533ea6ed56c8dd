/*
 * floor - what reading Word files costs at the very least: the main part of
 * each inflated and parsed, and nothing done with it.
 *
 *   floor FILE.docx…
 */
#include <libxml/parser.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static unsigned number(const unsigned char *at, int bytes)
{
    unsigned value = 0;

    while (bytes--)
        value = value << 8 | at[bytes];
    return value;
}

/* The entry of the central directory, or NULL. */
static const unsigned char *find(const unsigned char *zip, size_t size,
                                 const char *name)
{
    for (size_t at = 0; at + 46 < size; at++)
        if (memcmp(zip + at, "PK\1\2", 4) == 0 &&
            number(zip + at + 28, 2) == strlen(name) &&
            memcmp(zip + at + 46, name, strlen(name)) == 0)
            return zip + at;
    return NULL;
}

static bool parse(const unsigned char *zip, const unsigned char *entry)
{
    const unsigned char *local = zip + number(entry + 42, 4);
    static xmlSAXHandler nothing;
    static char part[65536];
    xmlParserCtxtPtr parser =
        xmlCreatePushParserCtxt(&nothing, NULL, NULL, 0, NULL);
    z_stream stream = {
        .next_in = (Bytef *)(uintptr_t)(local + 30 + number(local + 26, 2) +
                                        number(local + 28, 2)),
        .avail_in = number(entry + 20, 4)};
    int state = Z_OK;

    nothing.initialized = XML_SAX2_MAGIC;
    inflateInit2(&stream, -15);
    while (state == Z_OK) {
        stream.next_out = (Bytef *)part;
        stream.avail_out = sizeof part;
        state = inflate(&stream, Z_NO_FLUSH);
        xmlParseChunk(parser, part, (int)(sizeof part - stream.avail_out),
                      state == Z_STREAM_END);
    }
    inflateEnd(&stream);
    xmlFreeParserCtxt(parser);
    return state == Z_STREAM_END;
}

int main(int count, char **paths)
{
    static unsigned char zip[16 << 20];

    for (int i = 1; i < count; i++) {
        FILE *file = fopen(paths[i], "rb");
        size_t size = file ? fread(zip, 1, sizeof zip, file) : 0;
        const unsigned char *entry = find(zip, size, "word/document.xml");

        if (file)
            fclose(file);
        if (entry == NULL || !parse(zip, entry))
            return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
