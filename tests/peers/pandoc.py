"""pandoc - the words read from a Word file are those that pandoc reads."""
import collections
import glob
import json
import re
import subprocess
import sys

BUILD = sys.argv[1]


def output(*command):
    return subprocess.run(command, capture_output=True, check=True,
                          text=True).stdout


def body(path):
    """The text without page headers and footers, which pandoc leaves out."""
    blocks = json.loads(output(f"{BUILD}/skollint", "outline", "--format",
                               "json", path))["blocks"]
    return "\n".join(block["text"] for block in blocks
                     if block["kind"] not in ("header", "footer"))


def words(text):
    # pandoc writes soft hyphens and no-break spaces out; neither is a word.
    text = text.replace("\u00ad", "").replace("\u00a0", " ")
    return collections.Counter(re.findall(r"\w+", text.lower()))


failed = 0
for path in sorted(glob.glob("samples/*.docx")):
    ours = words(body(path))
    theirs = words(output("pandoc", "-t", "plain", "--wrap=none", path))
    missing, extra = theirs - ours, ours - theirs
    share = 1 - max(missing.total(), extra.total()) / max(1, theirs.total())
    good = share >= 0.99
    failed += not good
    print(f"{'ok' if good else 'failed'}: {path}: {share:.1%} of "
          f"{theirs.total()} words as pandoc reads them")
    if not good:
        print("    only pandoc:", *list(missing)[:12])
        print("    only skollint:", *list(extra)[:12])
sys.exit(failed > 0)
