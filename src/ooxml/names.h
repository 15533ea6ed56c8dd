/*
 * names - the element and attribute names of Word's XML that we know.
 *
 * An element and an attribute of one name and namespace share a number.
 * Transitional and Strict namespaces are the same spaces.
 */
#ifndef SKOLLINT_OOXML_NAMES_H
#define SKOLLINT_OOXML_NAMES_H

#include "base/xml.h"

/* NUMBER, SPACE, "name" */
#define WORD_NAMES(NAME)                                                     \
    NAME(W_DOCUMENT, W, "document")                                          \
    NAME(W_BODY, W, "body")                                                  \
    NAME(W_P, W, "p")                                                        \
    NAME(W_P_PR, W, "pPr")                                                   \
    NAME(W_P_STYLE, W, "pStyle")                                             \
    NAME(W_OUTLINE_LVL, W, "outlineLvl")                                     \
    NAME(W_NUM_PR, W, "numPr")                                               \
    NAME(W_ILVL, W, "ilvl")                                                  \
    NAME(W_NUM_ID, W, "numId")                                               \
    NAME(W_R_PR, W, "rPr")                                                   \
    NAME(W_R, W, "r")                                                        \
    NAME(W_T, W, "t")                                                        \
    NAME(W_DEL_TEXT, W, "delText")                                           \
    NAME(W_TAB, W, "tab")                                                    \
    NAME(W_BR, W, "br")                                                      \
    NAME(W_CR, W, "cr")                                                      \
    NAME(W_NO_BREAK_HYPHEN, W, "noBreakHyphen")                              \
    NAME(W_SOFT_HYPHEN, W, "softHyphen")                                     \
    NAME(W_SYM, W, "sym")                                                    \
    NAME(W_PTAB, W, "ptab")                                                  \
    NAME(W_INSTR_TEXT, W, "instrText")                                       \
    NAME(W_DEL_INSTR_TEXT, W, "delInstrText")                                \
    NAME(W_FLD_CHAR, W, "fldChar")                                           \
    NAME(W_FLD_CHAR_TYPE, W, "fldCharType")                                  \
    NAME(W_FLD_SIMPLE, W, "fldSimple")                                       \
    NAME(W_TBL, W, "tbl")                                                    \
    NAME(W_TR, W, "tr")                                                      \
    NAME(W_TR_PR, W, "trPr")                                                 \
    NAME(W_TC, W, "tc")                                                      \
    NAME(W_TC_PR, W, "tcPr")                                                 \
    NAME(W_GRID_SPAN, W, "gridSpan")                                         \
    NAME(W_GRID_BEFORE, W, "gridBefore")                                     \
    NAME(W_V_MERGE, W, "vMerge")                                             \
    NAME(W_H_MERGE, W, "hMerge")                                             \
    NAME(W_SHD, W, "shd")                                                    \
    NAME(W_FILL, W, "fill")                                                  \
    NAME(W_COLOR, W, "color")                                                \
    NAME(W_THEME_COLOR, W, "themeColor")                                     \
    NAME(W_THEME_TINT, W, "themeTint")                                       \
    NAME(W_THEME_SHADE, W, "themeShade")                                     \
    NAME(W_THEME_FILL, W, "themeFill")                                       \
    NAME(W_THEME_FILL_TINT, W, "themeFillTint")                              \
    NAME(W_THEME_FILL_SHADE, W, "themeFillShade")                            \
    NAME(W_HIGHLIGHT, W, "highlight")                                        \
    NAME(W_B, W, "b")                                                        \
    NAME(W_VANISH, W, "vanish")                                              \
    NAME(W_SPEC_VANISH, W, "specVanish")                                     \
    NAME(W_R_STYLE, W, "rStyle")                                             \
    NAME(W_VAL, W, "val")                                                    \
    NAME(W_INS, W, "ins")                                                    \
    NAME(W_DEL, W, "del")                                                    \
    NAME(W_MOVE_FROM, W, "moveFrom")                                         \
    NAME(W_MOVE_TO, W, "moveTo")                                             \
    NAME(W_CELL_INS, W, "cellIns")                                           \
    NAME(W_CELL_DEL, W, "cellDel")                                           \
    NAME(W_SDT, W, "sdt")                                                    \
    NAME(W_SDT_PR, W, "sdtPr")                                               \
    NAME(W_SDT_END_PR, W, "sdtEndPr")                                        \
    NAME(W_SDT_CONTENT, W, "sdtContent")                                     \
    NAME(W_SHOWING_PLC_HDR, W, "showingPlcHdr")                              \
    NAME(W_TXBX_CONTENT, W, "txbxContent")                                   \
    NAME(W_FOOTNOTE_REFERENCE, W, "footnoteReference")                       \
    NAME(W_ENDNOTE_REFERENCE, W, "endnoteReference")                         \
    NAME(W_COMMENT_RANGE_START, W, "commentRangeStart")                      \
    NAME(W_COMMENT_RANGE_END, W, "commentRangeEnd")                          \
    NAME(W_COMMENT_REFERENCE, W, "commentReference")                         \
    NAME(W_COMMENT, W, "comment")                                            \
    NAME(W_COMMENTS, W, "comments")                                          \
    NAME(W_ID, W, "id")                                                      \
    NAME(W_AUTHOR, W, "author")                                              \
    NAME(W_INITIALS, W, "initials")                                          \
    NAME(W_R_PR_CHANGE, W, "rPrChange")                                      \
    NAME(W_P_PR_CHANGE, W, "pPrChange")                                      \
    NAME(W_TBL_PR_CHANGE, W, "tblPrChange")                                  \
    NAME(W_TC_PR_CHANGE, W, "tcPrChange")                                    \
    NAME(W_TR_PR_CHANGE, W, "trPrChange")                                    \
    NAME(W_SECT_PR_CHANGE, W, "sectPrChange")                                \
    NAME(W_TBL_GRID_CHANGE, W, "tblGridChange")                              \
    NAME(W_TBL_PR_EX_CHANGE, W, "tblPrExChange")                             \
    NAME(W_NUMBERING_CHANGE, W, "numberingChange")                           \
    NAME(W_SECT_PR, W, "sectPr")                                             \
    NAME(W_HEADER_REFERENCE, W, "headerReference")                           \
    NAME(W_FOOTER_REFERENCE, W, "footerReference")                           \
    NAME(W_TITLE_PG, W, "titlePg")                                           \
    NAME(W_EVEN_AND_ODD_HEADERS, W, "evenAndOddHeaders")                     \
    NAME(W_TYPE, W, "type")                                                  \
    NAME(W_FOOTNOTE, W, "footnote")                                          \
    NAME(W_FOOTNOTES, W, "footnotes")                                        \
    NAME(W_ENDNOTE, W, "endnote")                                            \
    NAME(W_ENDNOTES, W, "endnotes")                                          \
    NAME(W_HDR, W, "hdr")                                                    \
    NAME(W_FTR, W, "ftr")                                                    \
    NAME(W_STYLES, W, "styles")                                              \
    NAME(W_STYLE, W, "style")                                                \
    NAME(W_STYLE_ID, W, "styleId")                                           \
    NAME(W_BASED_ON, W, "basedOn")                                           \
    NAME(W_NAME, W, "name")                                                  \
    NAME(W_DEFAULT, W, "default")                                            \
    NAME(W_DOC_DEFAULTS, W, "docDefaults")                                   \
    NAME(W_R_PR_DEFAULT, W, "rPrDefault")                                    \
    NAME(W_P_PR_DEFAULT, W, "pPrDefault")                                    \
    NAME(W_CHAR, W, "char")                                                  \
    NAME(W_FONT, W, "font")                                                  \
    NAME(W_HYPERLINK, W, "hyperlink")                                        \
    NAME(W_FF_DATA, W, "ffData")                                             \
    NAME(W_DD_LIST, W, "ddList")                                             \
    NAME(W_RESULT, W, "result")                                              \
    NAME(W_LIST_ENTRY, W, "listEntry")                                       \
    NAME(W_CHECK_BOX, W, "checkBox")                                         \
    NAME(W_CHECKED, W, "checked")                                            \
    NAME(W_RT, W, "rt")                                                      \
    NAME(W_ALT_CHUNK, W, "altChunk")                                         \
    NAME(W_LINK, W, "link")                                                  \
    NAME(W_WORD_DOCUMENT, W, "wordDocument")                                 \
    NAME(R_ID, R, "id")                                                      \
    NAME(REL_RELATIONSHIP, REL, "Relationship")                              \
    NAME(REL_ID, REL, "Id")                                                  \
    NAME(REL_TYPE, REL, "Type")                                              \
    NAME(REL_TARGET, REL, "Target")                                          \
    NAME(REL_TARGET_MODE, REL, "TargetMode")                                 \
    NAME(MC_ALTERNATE_CONTENT, MC, "AlternateContent")                       \
    NAME(MC_CHOICE, MC, "Choice")                                            \
    NAME(MC_FALLBACK, MC, "Fallback")                                        \
    NAME(MC_REQUIRES, MC, "Requires")                                        \
    NAME(W14_PARA_ID, W14, "paraId")                                         \
    NAME(W14_CHECKBOX, W14, "checkbox")                                      \
    NAME(W15_COMMENT_EX, W15, "commentEx")                                   \
    NAME(W15_PARA_ID, W15, "paraId")                                         \
    NAME(W15_PARA_ID_PARENT, W15, "paraIdParent")                            \
    NAME(W15_DONE, W15, "done")                                              \
    NAME(A_CLR_SCHEME, A, "clrScheme")                                       \
    NAME(A_DK1, A, "dk1")                                                    \
    NAME(A_LT1, A, "lt1")                                                    \
    NAME(A_DK2, A, "dk2")                                                    \
    NAME(A_LT2, A, "lt2")                                                    \
    NAME(A_ACCENT1, A, "accent1")                                            \
    NAME(A_ACCENT2, A, "accent2")                                            \
    NAME(A_ACCENT3, A, "accent3")                                            \
    NAME(A_ACCENT4, A, "accent4")                                            \
    NAME(A_ACCENT5, A, "accent5")                                            \
    NAME(A_ACCENT6, A, "accent6")                                            \
    NAME(A_HLINK, A, "hlink")                                                \
    NAME(A_FOL_HLINK, A, "folHlink")                                         \
    NAME(A_SRGB_CLR, A, "srgbClr")                                           \
    NAME(A_SYS_CLR, A, "sysClr")                                             \
    NAME(M_T, M, "t")                                                        \
    NAME(M_R, M, "r")                                                        \
    NAME(V_SHAPE, V, "shape")                                                \
    NAME(V_TEXTPATH, V, "textpath")                                          \
    NAME(V_IMAGEDATA, V, "imagedata")                                        \
    NAME(PKG_PACKAGE, PKG, "package")                                        \
    NAME(PKG_PART, PKG, "part")                                              \
    NAME(PKG_XML_DATA, PKG, "xmlData")                                       \
    NAME(PKG_BINARY_DATA, PKG, "binaryData")                                 \
    NAME(PKG_NAME, PKG, "name")                                              \
    NAME(PKG_CONTENT_TYPE, PKG, "contentType")                               \
    NAME(DC_CREATOR, DC, "creator")                                          \
    NAME(CP_LAST_MODIFIED_BY, CP, "lastModifiedBy")                          \
    NAME(NO_ID, NO, "id")                                                    \
    NAME(NO_TYPE, NO, "Type")                                                \
    NAME(NO_TARGET, NO, "Target")                                            \
    NAME(NO_TARGET_MODE, NO, "TargetMode")                                   \
    NAME(NO_REQUIRES, NO, "Requires")                                        \
    NAME(NO_VAL, NO, "val")                                                  \
    NAME(NO_LAST_CLR, NO, "lastClr")                                         \
    NAME(NO_STRING, NO, "string")                                            \
    NAME(NO_NAME, NO, "name")                                                \
    NAME(NO_ID_CAPITAL, NO, "Id")

enum word_number {
    WORD_UNKNOWN,
#define NAME(number, space, name) number,
    WORD_NAMES(NAME)
#undef NAME
        WORD_NUMBERS
};

extern const struct xml_names word_names;

/*
 * Whether a namespace is one whose content we read, so that the choice of an
 * mc:AlternateContent that requires it may be taken.
 */
bool word_understands(struct str uri);

#endif
