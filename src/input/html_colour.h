/*
 * html_colour - what class of colour an HTML element is shown in.
 */
#ifndef SKOLLINT_INPUT_HTML_COLOUR_H
#define SKOLLINT_INPUT_HTML_COLOUR_H

#include "base/xml_html.h"
#include "ooxml/theme.h"

/* By its style, bgcolor or color; PAINT_NONE when it says nothing. */
enum paint html_paint(const struct html_tag *tag);

#endif
