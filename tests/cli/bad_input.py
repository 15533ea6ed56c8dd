"""bad_input - one clear line, the right exit status, the rest still judged."""
import glob
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import time

from tell import end, tell

BUILD = sys.argv[1]
ROOM = os.path.join(BUILD, "bad-input")
GOOD = sorted(glob.glob("samples/slutredovisning*.txt"))[0]
WORD = sorted(glob.glob("samples/slutredovisning*.docx"))[0]
SECONDS_MOST = 20
MEMORY_MOST = 1 << 30
SANITIZED = "asan" in BUILD  # needs terabytes of address space


def limit():
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MOST, MEMORY_MOST))


def check(*paths):
    """(exit status, JSON or None, lines said, seconds)"""
    began = time.monotonic()
    out = subprocess.run(
        [f"{BUILD}/skollint", "check", "--no-settings", "--format", "json",
         "--today", "2024-01-15", *paths],
        capture_output=True, check=False, preexec_fn=limit, timeout=120,
        stdin=subprocess.DEVNULL)
    try:
        found = json.loads(out.stdout)
    except ValueError:
        found = None
    return (out.returncode, found, out.stderr.decode().splitlines(),
            time.monotonic() - began)


def problems_of(path, status, result, documents):
    """What is wrong with the answer to one bad path among `documents`."""
    code, found, said, took = result
    if code != status:
        yield f"the exit status is {code}, not {status}"
    if len(said) != 1 or not said[0].startswith(f"skollint: {path}: "):
        yield f"said is: {said[:3]}"
    elif re.search(r"[a-z]-[a-z]+-[a-z]", said[0].split(": ", 2)[2]):
        yield f"a key without its text: {said[0]}"
    if documents and len((found or {}).get("documents", [])) < documents:
        yield "the good document was not judged"
    if took > SECONDS_MOST:
        yield f"it took {took:.0f} seconds"


def bad(name, content=None):
    """A bad file beside a good one: status 3, and the good one judged."""
    path = os.path.join(ROOM, name)
    if content is not None:
        with open(path, "wb") as out:
            out.write(content)
    sentence = name.rpartition(".")[0].replace("-", " ")
    tell(f"{sentence}: one clear line, status 3, the rest is judged",
         list(problems_of(path, 3, check(path, GOOD), 1)))


def folders():
    empty = os.path.join(ROOM, "empty-folder")
    os.makedirs(empty)
    tell("an empty folder: one clear line, status 2",
         list(problems_of(empty, 2, check(empty), 0)))

    others = os.path.join(ROOM, "others")
    os.makedirs(others)
    dice = random.Random(7)
    for number in range(1000):
        path = os.path.join(others, f"bild-{number:04}.jpg")
        with open(path, "wb") as out:
            out.write(b"\xff\xd8\xff\xe0\0\x10JFIF\0" + dice.randbytes(2000))
    shutil.copy(GOOD, others)
    code, found, said, took = check(others)
    problems = []
    if code not in (0, 1):
        problems.append(f"the exit status is {code}")
    if said:
        problems.append(f"said is: {said[:3]}")
    if len(found["documents"]) < 1:
        problems.append("the report among them was not judged")
    if len(found["skipped"]) != 1000 or \
            not all(each["reason"] for each in found["skipped"]):
        problems.append(f"{len(found['skipped'])} of 1000 listed as skipped")
    if took > SECONDS_MOST:
        problems.append(f"it took {took:.0f} seconds")
    tell("a thousand other files: skipped with a reason, the report judged",
         problems)


def readable(name, content, sentence):
    """Odd, but text: it is read, and nothing is said."""
    path = os.path.join(ROOM, name)
    with open(path, "wb") as out:
        out.write(content)
    expected = check(GOOD)
    code, found, said, _ = check(path)
    problems = []
    if code != expected[0] or said:
        problems.append(f"status {code}, said {said[:3]}")
    elif found["documents"][0]["kind"] != expected[1]["documents"][0]["kind"]:
        problems.append("understood as another kind")
    tell(sentence, problems)


def main():
    shutil.rmtree(ROOM, ignore_errors=True)
    os.makedirs(ROOM)
    with open(GOOD, encoding="utf-8-sig") as source:
        good = source.read()
    with open(WORD, "rb") as source:
        word = source.read()
    dice = random.Random(2010)
    # In the packed text itself: past the header and some of its bytes.
    body = word.index(b"word/document.xml") + 200

    bad("a-missing-file.txt")
    bad("an-empty-file.txt", b"")
    bad("random-bytes.txt", dice.randbytes(50000))
    bad("random-bytes-called-Word.docx", dice.randbytes(50000))
    bad("a-truncated-Word-file.docx", word[:len(word) * 2 // 3])
    bad("a-Word-file-of-100-bytes.docx", word[:100])
    bad("a-damaged-Word-file.docx",
        word[:body] + bytes(64) + word[body + 64:])
    bad("a-line-of-100-MB.txt", b"skola " * (100 * 1024 * 1024 // 6))
    bad("an-old-Word-file.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + dice.randbytes(4000))
    bad("rich-text.rtf", b"{\\rtf1\\ansi Slutredovisning av insatser}")
    folders()
    readable("windows.txt", good.encode("cp1252", "replace"),
             "Windows-1252 is read")
    readable("utf16.txt", good.encode("utf-16"), "UTF-16 is read")
    readable("crlf.txt", good.replace("\n", "\r\n").encode("utf-8-sig"),
             "CR LF and a byte order mark are read")
    end()


if __name__ == "__main__":
    main()
