"""corpus - a thousand text reports, made from the samples.

corpus.py FOLDER COUNT: each file is a sample with its figures and years
changed and some of its paragraphs left out or moved, by a fixed seed, so
that no two are the same and every run makes the same ones.
"""
import glob
import os
import random
import re
import sys


def vary(text, dice):
    def figure(match):
        return str(dice.randint(10, 98))

    lines = text.split("\n")
    for _ in range(max(1, len(lines) // 12)):
        at = dice.randrange(len(lines))
        # Labels and blanks stay: the form must still be recognised.
        if len(lines[at]) > 80:
            lines[at] = " ".join(
                dice.sample(sentences := lines[at].split(". "),
                            len(sentences)))
    return re.sub(r"\b\d\d\b(?! kap| §)", figure, "\n".join(lines))


def main(folder, count):
    samples = [open(path, encoding="utf-8").read()
               for path in sorted(glob.glob("samples/*.txt"))]
    dice = random.Random(2010800)
    os.makedirs(folder, exist_ok=True)
    for number in range(count):
        path = os.path.join(folder, f"rapport-{number:04}.txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(vary(samples[number % len(samples)], dice))


main(sys.argv[1], int(sys.argv[2]))
