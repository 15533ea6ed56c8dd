/* citation - placeholder header, owned by the law room; see statutes. */
#ifndef SKOLLINT_LAW_CITATION_H
#define SKOLLINT_LAW_CITATION_H
#include "base/date.h"
struct citation;
#endif
