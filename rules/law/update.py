#!/usr/bin/env python3
"""update - brings rules/law up to date with a statute as it reads now.

    update.py text 2010:800 FILE            a consolidated text
    update.py act 2010:800 ACT DAY [WHERE]  one amending act; WHERE is the
                                            register's "Omfattning" in words

Give the acts first, oldest first, then the text: that is how the text's
"Lag (2026:716)" gets its day. Files are written whole, sorted as the program
wants them; what could not be read is told, and nothing is guessed. See
README.md here.
"""
import os
import re
import sys

HERE = os.environ.get("LAW_RULES", os.path.dirname(os.path.abspath(__file__)))
CLAUSES = ["chapter", "clause", "heading", "own", "amended_by", "status",
           "in_force_from", "in_force_to", "since", "since_by", "subclauses"]
EVENTS = ["chapter", "clause", "date", "act", "action", "to_chapter",
          "to_clause"]
AMENDMENTS = ["statute", "act", "in_force", "preparatory"]
ORDER = ["repealed_chapter", "repealed", "moved", "new_chapter", "new",
         "changed"]
NUMBER = r"\d+(?: ?[a-z](?![a-zåäö]))?"
troubles = []


def trouble(text):
    troubles.append(text)


def path(folder, statute):
    name = statute.replace(":", "-").replace(" ", "-") + ".tsv"
    return os.path.join(HERE, folder, name)


def read(file, columns):
    if not os.path.exists(file):
        return []
    with open(file, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [dict(zip(columns, row)) for row in rows[1:]]


def write(file, columns, rows):
    with open(file + ".new", "w", encoding="utf-8") as out:
        out.write("\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(row.get(name, "") for name in columns) + "\n")
    os.replace(file + ".new", file)


def number(text):
    """ "6a" and "6 a" as "6 a"; "-" for none. """
    found = re.fullmatch(r"(\d+) ?([a-z]?)", text.strip())
    if not found:
        return "-"
    return found[1] + (" " + found[2] if found[2] else "")


def place(row):
    def key(text):
        found = re.fullmatch(r"(\d+) ?([a-z]?)", text)
        return (int(found[1]), found[2]) if found else (0, "")
    return key(row["chapter"]), key(row["clause"])


# --- an amending act, by its "Omfattning" ---------------------------------

def spelled_out(part):
    """The clauses and chapters in "3 kap. 2, 4 a §§, nytt 26 a kap."."""
    found = []
    part = re.sub(r"\b(kap\.)(\d)", r"\1 \2", part)
    for piece in re.finditer(
            rf"((?:{NUMBER}(?:, | och )?)+) ?kap\.((?: ?(?:{NUMBER})"
            rf"(?:,? och |, (?!\d+(?: [a-z])?(?:, \d+(?: [a-z])?)* kap))?)*)"
            rf"( ?§§?)?|((?:{NUMBER}(?:, | och )?)+) ?§", part):
        chapters = re.findall(NUMBER, piece[1] or "")
        clauses = re.findall(NUMBER, piece[2] or piece[4] or "")
        if not clauses:
            found += [(number(chapter), "-") for chapter in chapters]
            continue
        chapter = number(chapters[-1]) if chapters else "-"
        found += [(number(each), "-") for each in chapters[:-1]]
        found += [(chapter, number(clause)) for clause in clauses]
    return found


def without_headings(text):
    """Headings, transitional rules and annexes are no clauses."""
    text = re.sub(r"(den|de) ny(a|tt) ", "", text)
    text = re.sub(r"(ny|nya )?rubr\..*?(?=;|$|, (?:p |bil))", "", text)
    text = re.sub(r"p \d[^;]*övergångsbest[^;]*", "", text)
    return re.sub(r"bil\.[ \d,och]*", "", text)


def events_of(where, act, day, chapters=True):
    """`chapters`: the statute is divided into them."""
    events = []
    words = {"ändr": "changed", "ny": "new", "nya": "new", "nytt": "new",
             "upph": "repealed"}

    def add(at, action, to=("", "")):
        whole = at[1] == "-"
        if at[0] == "-" and chapters:
            trouble(f"{act}: {at[1]} § without a chapter; add it by hand")
            return
        if whole and action == "changed":
            return
        events.append({
            "chapter": at[0], "clause": at[1], "date": day, "act": act,
            "action": action + ("_chapter" if whole else ""),
            "to_chapter": to[0], "to_clause": to[1]})

    for part in " ".join(where.split()).split(";"):
        part = part.strip()
        if re.search(r"§§? (?:i|till) \d{4}:\d", part):
            trouble(f"{act}: changes an act that is not in force: {part}")
            continue
        moved = re.match(r"nuvarande (.*) betecknas (.*)", part)
        if moved:
            old = spelled_out(without_headings(moved[1]))
            new = spelled_out(without_headings(moved[2]))
            if len(old) != len(new):
                trouble(f"{act}: cannot pair what moved: {part}")
                continue
            for before, after in zip(old, new):
                add(before, "moved", after)
            continue
        word = re.match(r"(ändr|nya|nytt|ny|upph)\b\.?", part)
        if not word:
            if part and not re.search(r"rubr|bil|övergångsbest", part):
                trouble(f"{act}: not read: {part}")
            continue
        for at in spelled_out(without_headings(part[word.end():])):
            add(at, words[word[1]])
    return events


def take_act(statute, act, day, where):
    file = os.path.join(HERE, "amendments.tsv")
    rows = [row for row in read(file, AMENDMENTS)
            if (row["statute"], row["act"]) != (statute, act)]
    rows.append({"statute": statute, "act": act, "in_force": day,
                 "preparatory": ""})
    write(file, AMENDMENTS, rows)
    if not where:
        return
    file = path("events", statute)
    rows = [row for row in read(file, EVENTS) if row["act"] != act]
    rows += events_of(where, act, day,
                      os.path.exists(path("chapters", statute)))
    rows.sort(key=lambda row: (place(row), row["date"],
                               ORDER.index(row["action"])))
    write(file, EVENTS, rows)


# --- a consolidated text ---------------------------------------------------

def paragraphs(text):
    text = text.split("## Författningstext")[-1]
    text = re.split(r"\n(?:Övergångsbestämmelser|#+ Övergång)", text)[0]
    return [part.strip("\n") for part in re.split(r"\n[ \t]*\n", text)
            if part.strip()]


def is_heading(part):
    line = " ".join(part.split())
    return (len(line) < 160 and not re.search(r"[.,:;]$|§", line) and
            re.match(r"[A-ZÅÄÖ]", line) is not None)


def last_act(body):
    found = re.findall(r"(?:Lag|Förordning) \((\d{4}:\d+)\)\.?\s*$", body)
    repeal = re.search(r"[Hh]ar (?:upphävts|upphört)[^(]*\((\d{4}:\d+)\)",
                       body)
    return (repeal[1], True) if repeal else (found[-1] if found else None,
                                             False)


def count_parts(parts):
    """Subclauses of a clause and the numbered items in each: "0,2"."""
    counts = []
    for part in parts:
        if re.match(r"\d+[.)] ", part) and counts:
            counts[-1] += 1
        elif not re.match(r"[-–] ", part):
            counts.append(0)
        elif not counts:
            counts.append(0)
    return ",".join(map(str, counts))


class Text:
    """Chapters and clauses as they come."""

    def __init__(self):
        self.chapter = "-"
        self.chapters = []
        self.clauses = []
        self.headings = []
        self.heading = ""
        self.fresh = False

    def open_clause(self, found, rest):
        if self.headings:
            self.heading = " / ".join(self.headings)
            self.fresh = True
            self.headings = []
        day = re.match(r"\s*/(Upphör att gälla U|Träder i kraft I):"
                       r"([^/]*)/\s*", rest)
        clause = {"chapter": self.chapter, "clause": number(found),
                  "heading": self.heading, "own": "1" if self.fresh else "0",
                  "from": "", "to": "", "parts": []}
        self.fresh = False
        if day:
            clause["to" if day[1].startswith("Upp") else "from"] = day[2]
            rest = rest[day.end():]
        clause["parts"].append(rest)
        self.clauses.append(clause)

    def take(self, part):
        line = " ".join(part.split())
        chapter = re.match(rf"({NUMBER}) kap\. (.*)", line)
        clause = re.match(rf"({NUMBER}) §\s?", part)
        if chapter and "§" not in line and len(line) < 200:
            self.chapter = number(chapter[1])
            self.chapters.append({"chapter": self.chapter, "title":
                                  re.sub(r" */.*?/", "", chapter[2])})
            self.headings, self.heading, self.fresh = [], "", False
        elif clause:
            self.open_clause(clause[1], part[clause.end():])
        elif is_heading(part):
            self.headings.append(line)
        elif self.clauses:
            if self.headings:  # it was text after all
                self.clauses[-1]["parts"] += self.headings
                self.headings = []
            self.clauses[-1]["parts"].append(part)


def is_day(text):
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def take_text(statute, file):
    with open(file, encoding="utf-8") as source:
        text = source.read()
    days = {row["act"]: row["in_force"]
            for row in read(os.path.join(HERE, "amendments.tsv"), AMENDMENTS)
            if row["statute"] == statute}
    before = {(row["chapter"], row["clause"], row["status"]): row
              for row in read(path("clauses", statute), CLAUSES)}
    known = {key[:2]: row for key, row in before.items()}
    begun = beginnings(statute)
    base = re.search(r"Ikraftträdande:\*\* (\d{4}-\d\d-\d\d)", text)
    if base:
        days[statute] = base[1]
    reader = Text()
    for part in paragraphs(text):
        reader.take(part)
    known = {**begun, **known}
    rows = [row_of(clause, statute, days, before, known)
            for clause in reader.clauses]
    rows = [row for row in rows if row]
    rows.sort(key=lambda row: (place(row), row["status"] == "future",
                               row["in_force_from"]))
    write(path("clauses", statute), CLAUSES, rows)
    if reader.chapters:
        write(path("chapters", statute), ["chapter", "title"],
              reader.chapters)
    now = {(row["chapter"], row["clause"]) for row in rows}
    for key in known:
        if key not in now:
            trouble(f"{key[0]} kap. {key[1]} § is no longer in the text")
    print(f"{statute}: {len(reader.chapters)} chapters, {len(rows)} wordings")


def beginnings(statute):
    """Since when a number means what it does, by the events."""
    begun = {}
    for row in read(path("events", statute), EVENTS):
        at = (row["chapter"], row["clause"])
        if row["action"] == "moved":
            at = (row["to_chapter"], row["to_clause"])
        if row["action"] in ("new", "moved"):
            begun[at] = {"since": row["date"], "since_by": row["act"]}
    return begun


def row_of(clause, statute, days, before, known):
    at = (clause["chapter"], clause["clause"])
    if clause["from"] and not is_day(clause["from"]):
        trouble(f"{at[0]} kap. {at[1]} §: left out, its day is not set: "
                f"{clause['from']}")
        return None
    act, repealed = last_act("\n\n".join(clause["parts"]))
    act = act or statute
    status = ("repealed" if repealed else
              "future" if clause["from"] else "in_force")
    old = before.get(at + (status,))
    day = clause["from"] or days.get(act, "")
    if old and old["amended_by"] == act and not clause["from"]:
        day = old["in_force_from"]
    elif not day:
        trouble(f"{at[0]} kap. {at[1]} §: no day for {act}; give it with "
                f"`update.py act {statute} {act} DAY`")
    origin = known.get(at, {})
    return {
        "chapter": at[0], "clause": at[1], "heading": clause["heading"],
        "own": clause["own"], "amended_by": act, "status": status,
        "in_force_from": day,
        "in_force_to": clause["to"] if is_day(clause["to"]) else "",
        "since": origin.get("since", days.get(statute, "")),
        "since_by": origin.get("since_by", statute),
        "subclauses": "" if repealed else count_parts(clause["parts"]),
    }


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "text":
        take_text(arguments[1], arguments[2])
    elif len(arguments) in (4, 5) and arguments[0] == "act":
        take_act(*arguments[1:4], *arguments[4:] or [""])
    else:
        sys.exit(__doc__)
    for text in troubles:
        print("look at: " + text, file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
