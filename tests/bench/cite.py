"""cite - how fast citations are read: clean text, and text to normalise.

The text is made up from words with a fixed seed: a citation in every
twentieth sentence. CPU seconds on one core, the better half of the rounds,
as a busy machine makes the clock on the wall mean little.
"""
import os
import random
import resource
import subprocess
import sys
import unicodedata

SIZE = 10_000_000
ROUNDS = 7
WORDS = """huvudmannen eleverna skolan arbetet utvecklas undervisningen kunskap
resultat analyser orsaker åtgärder läsåret uppföljning trygghet studiero
personalen rektorerna bedömning målen och att som för med till av på är i en
det den har vi inte ska också under genom mellan alla varje efter hur var när
där även deras sina kunskap. ledarskap. 84 procent 2023""".split()
CITATIONS = ["enligt 4 kap. 3 § skollagen", "3 kap. 5 a § skollagen",
             "1 kap. 9 §, 4 kap. 3, 5-7 §§ skollagen",
             "3 kap. 16 § diskrimineringslagen", "SL 4:3"]


def make_text():
    draw = random.Random(2010)
    parts, size = [], 0
    while size < SIZE:
        words = [draw.choice(WORDS) for _ in range(draw.randint(8, 25))]
        if draw.random() < 0.05:
            words.append(draw.choice(CITATIONS))
        sentence = " ".join(words).capitalize() + ". "
        if draw.random() < 0.2:
            sentence += "\n\n"
        parts.append(sentence)
        size += len(sentence.encode())
    return "".join(parts)


def cpu(command, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(path, "rb") as source:
        subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL,
                       check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime -
            before.ru_utime - before.ru_stime)


def better_half(values):
    values = sorted(values)[:(len(values) + 1) // 2]
    return sum(values) / len(values)


def main(build):
    room = os.path.join(build, "bench-cite")
    os.makedirs(room, exist_ok=True)
    text = make_text()
    missed = 0
    for name, goal, content in (
            ("clean text", 60, text),
            ("every paragraph to normalise", 20,
             unicodedata.normalize("NFD", text))):
        path = os.path.join(room, name.split()[0] + ".txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(content)
        ours, grep = [], []
        for _ in range(ROUNDS):
            ours.append(cpu([os.path.join(build, "skollint"), "cite", "--on",
                             "2023-02-02", "--format", "json", "-"], path))
            grep.append(cpu(["grep", "-c", "kap"], path))
        ours, grep = better_half(ours), max(better_half(grep), 0.001)
        speed = os.path.getsize(path) / 1e6 / ours
        missed += speed < goal
        print(f"cite, {name}: {speed:.0f} MB/s (goal: {goal}"
              f"{'' if speed >= goal else '; MISSED'}); "
              f"{ours / grep:.0f} times grep -c kap", flush=True)
    return 1 if missed else 0


sys.exit(main(sys.argv[1]))
