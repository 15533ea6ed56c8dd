/* xml_bound - tags with more attributes than any document has. */
#include "base/xml_bound.h"

#include "base/limits.h"

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Values are quoted where the quote stands after "=", in HTML too. */
static void count(struct xml_bound *bound, char byte)
{
    if (bound->quote) {
        bound->quote = byte == bound->quote ? '\0' : bound->quote;
        byte = '"';
    } else if ((byte == '"' || byte == '\'') && bound->last == '=') {
        bound->quote = byte;
    } else if (is_space(byte)) {
        bound->words += !is_space(bound->last) && bound->last != '=';
        if (bound->last == '=')
            return; /* the value is still to come */
    }
    bound->last = byte;
}

bool xml_bound_holds(struct xml_bound *bound, struct str waiting,
                     size_t piece)
{
    bool is_tag = waiting.length > 1 && waiting.at[0] == '<' &&
                  waiting.at[1] != '!' && waiting.at[1] != '?' &&
                  waiting.at[1] != '/';
    size_t from = 0;

    if (waiting.length > piece)
        from = waiting.length - piece;
    else
        *bound = (struct xml_bound){0};
    if (!is_tag)
        return true;
    for (size_t i = from; i < waiting.length; i++)
        count(bound, waiting.at[i]);
    return bound->words <= LIMIT_XML_ATTRIBUTES;
}
