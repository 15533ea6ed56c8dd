"""noise - a clean decision as an OCR program without Swedish reads it.

The same text gives the same noise. Letters are lost or read as others,
citations are glued, lines are broken as on paper and pages split sentences.
"""
import random
import textwrap

LOST = {"å": "aaaaad", "ä": "aaaaaé", "ö": "oooo6éd", "Å": "A", "Ä": "A", "Ö": "O"}
WIDTH, ROWS = 84, 46


def letters(text, chance):
    out = []
    for before, letter in zip(" " + text, text):
        if letter in LOST and chance.random() < 0.97:
            out.append(chance.choice(LOST[letter]))
        elif letter == "–" and before not in "0123456789":
            out.append(chance.choice(["-", "e", "—"]))
        elif letter == "–":
            out.append("-")
        else:
            out.append(letter)
    return "".join(out)


def glue(text, chance):
    for wide, narrow in ((" kap. ", "kap."), (" kap. ", " kap."), (" §", "§")):
        parts = text.split(wide)
        text = parts[0] + "".join(
            (narrow if chance.random() < 0.5 else wide) + part
            for part in parts[1:])
    return text


def noised(text):
    chance = random.Random(text)
    rows = []
    for paragraph in text.split("\n"):
        tabbed = "\t" in paragraph
        paragraph = glue(letters(paragraph.replace("\t", "   "), chance),
                         chance)
        rows += [paragraph] if tabbed else textwrap.wrap(paragraph, WIDTH) \
            or [""]
    pages = [rows[at:at + ROWS] for at in range(0, len(rows), ROWS)]
    return "\f".join("\n".join(page) + "\n" for page in pages)
