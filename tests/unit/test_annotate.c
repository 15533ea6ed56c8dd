/* annotate: comments go in, and all else stays byte for byte. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/zip_write.h"
#include "ooxml/annotate.h"

#define W                                                                      \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"         \
  "main\""

static const char types[] =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
    "content-types\"></Types>";
static const char top[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
    "relationships\"><Relationship Id=\"r1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/officeDocument\" Target=\"word/document.xml\"/>"
    "</Relationships>";

/* A Word file with that body, and a part of bytes that mean nothing. */
static char *word_file(const char *body, size_t *size) {
  struct buf file = {0}, main = {0};
  struct zip_writer *zip = zip_writer_new(&file);

  buf_format(&main, "<w:document " W "><w:body>%s</w:body></w:document>", body);
  zip_writer_add(zip, STR("[Content_Types].xml"), str_from(types));
  zip_writer_add(zip, STR("_rels/.rels"), str_from(top));
  zip_writer_add(zip, STR("word/document.xml"), buf_str(&main));
  zip_writer_add(zip, STR("custom/blob.bin"), STR("\x01\x02 as it is"));
  zip_writer_finish(zip);
  buf_free(&main);
  *size = file.length;
  return buf_take(&file);
}

static bool add_piece(void *self, struct str piece, struct failure *failure) {
  (void)failure;
  buf_add(self, piece);
  return true;
}

static char *part_of(const char *bytes, size_t size, const char *name) {
  struct zip *zip = zip_open((struct str){bytes, size}, NULL);
  size_t index = zip_find(zip, str_from(name));
  struct buf part = {0};

  cr_assert_neq(index, SIZE_MAX, "no part %s", name);
  cr_assert(zip_read(zip, index, add_piece, &part, NULL));
  zip_close(zip);
  return buf_take(&part);
}

/* Comment on the words, wherever they stand in the body. */
static struct annotation on(const char *body, const char *words) {
  const char *at = strstr(body, words);
  struct annotation annotation = {
      .part = STR("word/document.xml"),
      .lines = {{STR("Se <h\xc3\xa4r>"), COMMENT_STRONG}},
      .line_count = 1,
  };

  cr_assert_not_null(at);
  annotation.start =
      strlen("<w:document " W "><w:body>") + (uint64_t)(at - body);
  annotation.end = annotation.start + strlen(words);
  return annotation;
}

/* The main part after annotating, without what stands around the body. */
static char *annotated(const char *body, const struct annotation *items,
                       size_t count) {
  struct annotating annotating = {.author = STR("skollint"),
                                  .initials = STR("sk"),
                                  .items = items,
                                  .count = count};
  struct failure failure = {0};
  struct buf once = {0};
  size_t size, head = strlen("<w:document " W "><w:body>");
  char *file = word_file(body, &size), *main, *blob, *inner;

  cr_assert(annotate(&once, (struct str){file, size}, &annotating, &failure),
            "%s", failure.key);
  blob = part_of(once.at, once.length, "custom/blob.bin");
  cr_expect_str_eq(blob, "\x01\x02 as it is");
  main = part_of(once.at, once.length, "word/document.xml");
  inner = strndup(main + head,
                  strlen(main) - head - strlen("</w:body></w:document>"));
  free(file);
  free(blob);
  free(main);
  buf_free(&once);
  return inner;
}

#define START(id) "<w:commentRangeStart w:id=\"" id "\"/>"
#define END(id)                                                                \
  "<w:commentRangeEnd w:id=\"" id "\"/><w:r><w:commentReference w:id=\"" id    \
  "\"/></w:r>"

Test(annotate, a_mark_that_lost_its_comment_keeps_its_number) {
  const char *body =
      "<w:p>" START("1") "<w:r><w:t>hela</w:t></w:r>" END("1") "</w:p>";
  struct annotation item = on(body, "hela");
  char *got = annotated(body, &item, 1);

  cr_expect_str_eq(got, "<w:p>" START("1")
                            START("2") "<w:r><w:t>hela</w:t></w:r>" END("2")
                                END("1") "</w:p>");
  free(got);
}

Test(annotate, a_whole_run_is_not_split) {
  const char *body = "<w:p><w:r><w:t>hela</w:t></w:r></w:p>";
  struct annotation item = on(body, "hela");
  char *got = annotated(body, &item, 1);

  cr_expect_str_eq(
      got, "<w:p>" START("1") "<w:r><w:t>hela</w:t></w:r>" END("1") "</w:p>");
  free(got);
}

Test(annotate, a_part_of_a_run_keeps_its_formatting) {
  const char *body = "<w:p><w:r w:rsidR=\"00A\"><w:rPr><w:b/></w:rPr>"
                     "<w:t>ett tv\xc3\xa5 tre</w:t></w:r></w:p>";
  struct annotation item = on(body, "tv\xc3\xa5");
  char *got = annotated(body, &item, 1);

  cr_expect_str_eq(
      got, "<w:p><w:r w:rsidR=\"00A\"><w:rPr><w:b/></w:rPr>"
           "<w:t xml:space=\"preserve\">ett </w:t></w:r>" START(
               "1") "<w:r w:rsidR=\"00A\"><w:rPr><w:b/></w:rPr>"
                    "<w:t xml:space=\"preserve\">tv\xc3\xa5</w:t></w:r>" END(
                        "1") "<w:r w:rsidR=\"00A\"><w:rPr><w:b/></w:rPr>"
                             "<w:t xml:space=\"preserve\"> "
                             "tre</w:t></w:r></w:p>");
  free(got);
}

Test(annotate, other_content_of_a_run_stays_where_it_was) {
  const char *body = "<w:p><w:r><w:tab/><w:t>ett</w:t><w:br/>"
                     "<w:t>tre</w:t></w:r></w:p>";
  struct annotation item = on(body, "ett");
  char *got = annotated(body, &item, 1);

  cr_expect_str_eq(
      got,
      "<w:p><w:r><w:tab/></w:r>" START("1") "<w:r><w:t>ett</w:t></w:r>" END(
          "1") "<w:r><w:br/><w:t>tre</w:t></w:r></w:p>");
  free(got);
}

Test(annotate, comments_that_meet_end_before_the_next_begins) {
  const char *body = "<w:p><w:r><w:t>ettdva</w:t></w:r></w:p>";
  struct annotation items[] = {on(body, "ett"), on(body, "dva")};
  char *got = annotated(body, items, 2);

  cr_expect_str_eq(
      got,
      "<w:p>" START("1") "<w:r><w:t xml:space=\"preserve\">ett</w:t></w:r>" END(
          "1")
          START("2") "<w:r><w:t xml:space=\"preserve\">dva</w:t></w:r>" END(
              "2") "</w:p>");
  free(got);
}

Test(annotate, marks_stand_around_a_content_control) {
  const char *body = "<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Klicka "
                     "h\xc3\xa4r</w:t></w:r></w:sdtContent></w:sdt></w:p>";
  struct annotation item = on(body, "Klicka");
  char *got = annotated(body, &item, 1);

  cr_expect_str_eq(
      got,
      "<w:p>" START("1") "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Klicka "
                         "h\xc3\xa4r</w:t></w:r></w:sdtContent></w:sdt>" END(
                             "1") "</w:p>");
  free(got);
}

Test(annotate, a_prompt_around_a_paragraph_sends_it_to_the_label) {
  const char *body =
      "<w:p><w:r><w:t>titel</w:t></w:r></w:p>"
      "<w:p><w:r><w:t>etikett</w:t></w:r></w:p><w:sdt><w:sdtPr>"
      "<w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Klicka"
      "</w:t></w:r></w:p></w:sdtContent></w:sdt>";
  struct annotation item = on(body, "Klicka");
  char *got = annotated(body, &item, 1);

  cr_expect(strstr(got, START("1") "<w:r><w:t>etikett"), "%s", got);
  free(got);
}

Test(annotate, a_place_that_cannot_hold_one_sends_it_to_the_first_text) {
  const char *body = "<w:p><w:r><w:t>titel</w:t></w:r></w:p><w:p><w:r><w:pict>"
                     "<w:txbxContent><w:p><w:r><w:t>ruta</w:t></w:r></w:p>"
                     "</w:txbxContent></w:pict></w:r></w:p>";
  struct annotation item = on(body, "ruta");
  char *got = annotated(body, &item, 1);

  cr_expect_eq(strstr(got, "<w:p>" START("1") "<w:r><w:t>titel"), got, "%s",
               got);
  free(got);
}

Test(annotate, one_without_a_place_is_on_all_of_the_first_paragraph) {
  const char *body = "<w:p><w:r><w:t>ti</w:t></w:r><w:r><w:t>tel</w:t>"
                     "</w:r></w:p><w:p><w:r><w:t>mer</w:t></w:r></w:p>";
  struct annotation item = on(body, "mer");
  char *got;

  item.start = item.end = 0;
  got = annotated(body, &item, 1);
  cr_expect_str_eq(
      got, "<w:p>" START("1") "<w:r><w:t>ti</w:t></w:r><w:r><w:t>tel</w:t></"
                              "w:r>" END(
                                  "1") "</w:p>"
                                       "<w:p><w:r><w:t>mer</w:t></w:r></w:p>");
  free(got);
}

Test(annotate, a_place_between_texts_sends_it_to_the_text_before) {
  const char *body = "<w:p><w:r><w:t>titel</w:t></w:r></w:p><w:p><w:r>"
                     "<w:t>mer</w:t></w:r></w:p>";
  struct annotation item = on(body, "mer");
  char *got;

  item.start = item.end; /* right behind the word */
  got = annotated(body, &item, 1);
  cr_expect_str_eq(got, "<w:p><w:r><w:t>titel</w:t></w:r></w:p><w:p>" START(
                            "1") "<w:r><w:t>mer</w:t></w:r>" END("1") "</w:p>");
  free(got);
}

/* What no Word file has, but a file can hold: such a run is left alone. */
Test(annotate, a_run_that_is_not_as_word_writes_it_is_never_split) {
  static const char *const runs[] = {
      "<w:r><w:t>fel<w:tab/></w:t></w:r>",
      "<w:r><w:t><!-- x -->fel</w:t></w:r>",
      "<w:r><w:t><![CDATA[f]]>fel</w:t></w:r>",
      "<w:r><w:rPr><w:t>x</w:t></w:rPr><w:t>fel och mer</w:t></w:r>",
      "<w:r><w:rPr><w:tab/></w:rPr><w:t>fel och mer</w:t></w:r>",
      "<w:r><w:rPr/><w:t>fel och mer</w:t><w:rPr><w:b/></w:rPr></w:r>",
      "<w:r><w:t>x<w:p/></w:t><w:t>fel</w:t></w:r>",
      "<w:r><w:r><w:t>fel</w:t></w:r></w:r>",
      "<w:pPr><w:r><w:t>fel</w:t></w:r></w:pPr>",
      "<w:t><w:r><w:t>fel</w:t></w:r></w:t>",
  };

  for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
    struct buf body = {0}, expected = {0};
    struct annotation item;
    char *got;

    buf_format(&body, "<w:p><w:r><w:t>titel</w:t></w:r></w:p><w:p>%s</w:p>",
               runs[i]);
    buf_format(&expected,
               "<w:p>" START("1") "<w:r><w:t>titel</w:t></w:r>" END(
                   "1") "</w:p><w:p>%s</w:p>",
               runs[i]);
    item = on(body.at, "fel");
    got = annotated(body.at, &item, 1);
    cr_expect_str_eq(got, expected.at);
    free(got);
    buf_free(&body);
    buf_free(&expected);
  }
}

Test(annotate, a_prompt_sign_outside_its_control_means_nothing_after_it) {
  const char *body = "<w:p><w:r><w:instrText>A<w:showingPlcHdr/>"
                     "</w:instrText></w:r></w:p>"
                     "<w:p><w:r><w:t>svar</w:t></w:r></w:p>";
  struct annotation item = on(body, "svar");
  char *got = annotated(body, &item, 1);

  cr_expect(strstr(got, START("1") "<w:r><w:t>svar"), "%s", got);
  free(got);
}

/* Annotate a file's bytes; the caller frees the buffer. */
static struct buf annotate_once(struct str bytes,
                                const struct annotation *items, size_t count) {
  struct annotating annotating = {.author = STR("skollint"),
                                  .initials = STR("sk"),
                                  .items = items,
                                  .count = count};
  struct failure failure = {0};
  struct buf into = {0};

  cr_assert(annotate(&into, bytes, &annotating, &failure), "%s", failure.key);
  return into;
}

Test(annotate, our_own_earlier_comments_are_replaced) {
  const char *body = "<w:p><w:r><w:t>ett tv\xc3\xa5 tre</w:t></w:r></w:p>";
  struct annotation item = on(body, "tv\xc3\xa5"), moved = item;
  size_t size;
  char *file = word_file(body, &size), *main;
  struct buf once, again, third;

  once = annotate_once((struct str){file, size}, &item, 1);
  main = part_of(once.at, once.length, "word/document.xml");
  moved.start = (uint64_t)(strstr(main, "tv\xc3\xa5") - main);
  moved.end = moved.start + 4;
  again = annotate_once(buf_str(&once), &moved, 1);
  cr_expect(str_equal(buf_str(&once), buf_str(&again)));
  third = annotate_once(buf_str(&again), &moved, 0);
  free(main);
  main = part_of(third.at, third.length, "word/document.xml");
  cr_expect_null(strstr(main, "comment"), "%s", main);
  free(main);
  free(file);
  buf_free(&once);
  buf_free(&again);
  buf_free(&third);
}

/* What is annotated already, with another main part. */
static struct buf with_main(struct str main) {
  const char *body = "<w:p><w:r><w:t>ett</w:t></w:r></w:p>";
  struct annotation item = on(body, "ett");
  size_t size;
  char *file = word_file(body, &size);
  struct buf once = annotate_once((struct str){file, size}, &item, 1);
  struct buf odd = {0};
  struct zip *zip = zip_open(buf_str(&once), NULL);
  struct zip_writer *writer = zip_writer_new(&odd);

  for (size_t i = 0; i < zip_count(zip); i++)
    if (!str_equal(zip_name(zip, i), STR("word/document.xml")))
      zip_writer_copy(writer, zip, i);
  zip_writer_add(writer, STR("word/document.xml"), main);
  zip_writer_finish(writer);
  zip_close(zip);
  free(file);
  buf_free(&once);
  return odd;
}

Test(annotate, marks_of_ours_that_hold_something_are_refused) {
  struct annotating annotating = {.author = STR("skollint")};
  struct failure failure = {0};
  struct buf into = {0};
  struct buf odd = with_main(
      STR("<w:document " W "><w:body><w:p><w:commentRangeStart w:id=\"1\">"
          "<w:r><w:t>ett</w:t></w:r></w:commentRangeStart></w:p></w:body>"
          "</w:document>"));

  cr_expect_not(annotate(&into, buf_str(&odd), &annotating, &failure));
  cr_expect_str_eq(failure.key, "docx-encoding");
  buf_free(&odd);
  buf_free(&into);
}

Test(annotate, a_run_that_holds_more_than_our_reference_stays) {
  struct annotation item = on("<w:p><w:r><w:t>ett</w:t>", "ett");
  struct buf odd = with_main(
      STR("<w:document " W "><w:body><w:p><w:r><w:pict><w:commentReference "
          "w:id=\"1\"/><w:binData>bild</w:binData></w:pict></w:r><w:r><w:t>"
          "ett</w:t></w:r></w:p></w:body></w:document>"));
  struct buf again = annotate_once(buf_str(&odd), &item, 1);
  char *main = part_of(again.at, again.length, "word/document.xml");

  cr_expect(strstr(main, "<w:r><w:pict><w:binData>bild</w:binData>"), "%s",
            main);
  free(main);
  buf_free(&odd);
  buf_free(&again);
}

/* Nobody can say which text is whose: the file is not touched. */
Test(annotate, a_body_or_a_paragraph_within_another_is_refused) {
  static const char *const bodies[] = {
      "<w:p><w:r><w:t>ett</w:t></w:r></w:p></w:body><w:body>",
      "<w:p><w:body/><w:r><w:t>ett</w:t></w:r></w:p>",
      "<w:p><w:p><w:r><w:t>ett</w:t></w:r></w:p></w:p>",
      "<w:p><w:r><w:t>ett</w:t><w:p/></w:r></w:p>",
  };

  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
    struct annotation item = on(bodies[i], "ett");
    struct annotating annotating = {.author = STR("skollint"),
                                    .initials = STR("sk"),
                                    .items = &item,
                                    .count = 1};
    struct failure failure = {0};
    struct buf into = {0};
    size_t size;
    char *file = word_file(bodies[i], &size);

    cr_expect_not(
        annotate(&into, (struct str){file, size}, &annotating, &failure));
    cr_expect_str_eq(failure.key, "docx-encoding", "%s", bodies[i]);
    buf_free(&into);
    free(file);
  }
}

Test(annotate, what_is_no_word_file_is_refused) {
  struct annotating annotating = {.author = STR("skollint")};
  struct failure failure = {0};
  struct buf into = {0};

  cr_expect_not(
      annotate(&into, STR("PK\x03\x04 and no more"), &annotating, &failure));
  cr_expect_neq(failure.key[0], '\0');
  buf_free(&into);
}
