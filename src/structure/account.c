/* account - an account that a decision retells, as a document of its own. */
#include "structure/decision.h"

#include "structure/passages.h"
#include "structure/understood.h"

static void set_kind(struct outline *account)
{
    const struct templates *templates = account->templates;

    for (size_t i = 0; i < templates->kind_count; i++)
        if (templates->kinds[i].layout == LAYOUT_REPLY)
            account->kind = templates->kinds[i].id;
    account->template = NULL;
    for (size_t i = 0; i < templates->count; i++)
        if (str_equal(templates->items[i].kind, account->kind))
            account->template = &templates->items[i];
}

/* What of the decision's does not hold for the account it retells. */
static void clear(struct outline *account)
{
    account->date = (struct found_date){0};
    account->reference_numbers = NULL;
    account->reference_number_count = 0;
    account->sections = NULL;
    account->section_count = 0;
    account->residue = NULL;
    account->residue_count = 0;
    account->passages = NULL;
    account->passage_count = 0;
    account->accounts = NULL;
    account->account_count = 0;
    account->front_lost = true; /* nobody retells a letterhead */
}

static struct outline *make_account(struct reading *reading, int index)
{
    struct outline *outline = reading->outline;
    struct outline *account = arena_alloc(outline->arena, sizeof *account);
    const struct area *area = &outline->areas[index];
    struct reading own = *reading;
    size_t first, end;

    *account = *outline;
    clear(account);
    account->answers = outline->template;
    set_kind(account);
    account->kind_span = area->account;
    account->within = outline;
    account->within_area = index;
    account->area_count = 1;
    account->areas = arena_alloc(outline->arena, sizeof *account->areas);
    account->areas[0] = *area;
    account->areas[0].account = (struct span){0, 0};
    account->areas[0].span = area->account;
    tokens_in(reading->tokens, area->account, &first, &end);
    paint_voice(reading, first, end, VOICE_OWN);
    paint_area(reading, first, end, 0);
    own.outline = account;
    passages_make(&own, first, end);
    understood_count(account);
    paint_voice(reading, first, end, VOICE_RETOLD);
    paint_area(reading, first, end, index);
    return account;
}

void accounts_make(struct reading *reading)
{
    struct outline *outline = reading->outline;

    outline->accounts =
        arena_alloc(outline->arena, (outline->area_count + 1) *
                                        sizeof *outline->accounts);
    for (size_t i = 0; i < outline->area_count; i++)
        if (outline->areas[i].account.length)
            outline->accounts[outline->account_count++] =
                make_account(reading, (int)i);
}
