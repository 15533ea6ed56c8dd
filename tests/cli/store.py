"""store - the store of earlier decisions is its user's alone: files and what
stands beside them, also while it writes and when it is stopped."""
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib

program = sys.argv[1] + "/skollint"
failed = 0
DECISIONS = 150


def tell(sentence, problems):
    global failed
    failed += bool(problems)
    print(f"{'failed' if problems else 'ok'}: {sentence}")
    for problem in problems:
        print("   ", problem)


def precedents(room, *words):
    return subprocess.run([program, "precedents", words[0], "--store",
                           f"{room}/beslut.db", *words[1:]],
                          capture_output=True, text=True)


def start(room, *paths):
    """An import that lets others read all it makes, if it may."""
    return subprocess.Popen(
        [program, "precedents", "import", "--store", f"{room}/beslut.db",
         *paths], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        umask=0, start_new_session=True,
        env={**os.environ, "TMPDIR": f"{room}/spare"})


def make_decisions(room):
    with open("samples/beslut-uppfoljning.txt", encoding="utf-8") as file:
        text = file.read()
    os.makedirs(f"{room}/in")
    os.makedirs(f"{room}/spare")
    for i in range(DECISIONS):
        with open(f"{room}/in/beslut-{i:03}.txt", "w",
                  encoding="utf-8") as file:
            file.write(f"{text}\nBeslutet är nummer {i}, ord{i}unikt.\n")


def watch(room, import_):
    """Each file of the store that is seen while it writes, with its mode."""
    seen = {}
    while import_.poll() is None:
        for name in os.listdir(room):
            try:
                if name.startswith("beslut.db"):
                    seen[name] = seen.get(name, 0) | os.stat(
                        f"{room}/{name}").st_mode & 0o777
            except FileNotFoundError:
                pass
    return seen


def left(room):
    return sorted(name for name in os.listdir(room)
                  if name not in ("beslut.db", "in", "spare")) + \
        os.listdir(f"{room}/spare")


def private(room):
    seen = watch(room, start(room, f"{room}/in"))
    wrong = [f"{name}: {mode:o}" for name, mode in seen.items()
             if mode & 0o077]
    if not any(name != "beslut.db" for name in seen):
        wrong.append("nothing beside the store was seen while it wrote")
    wrong += [f"left: {name}" for name in left(room)]
    tell("the store, and what stands beside it while it writes, is private",
         wrong)


def remove(room):
    wrong = []
    took = precedents(room, "remove", "beslut-007.txt")
    if took.returncode:
        wrong.append(took.stderr)
    if "beslut-007.txt" in precedents(room, "list").stdout:
        wrong.append("it is still listed")
    if len(precedents(room, "list").stdout.split("beslut-")) != DECISIONS:
        wrong.append("others are gone too")
    with open(f"{room}/beslut.db", "rb") as file:
        if b"ord7unikt" in file.read():
            wrong.append("its words are still in the file")
    if precedents(room, "remove", "beslut-007.txt").returncode == 0:
        wrong.append("what is not there is removed without a word")
    tell("a decision can be removed, and only that one", wrong)


def newer(room):
    with sqlite3.connect(f"{room}/beslut.db") as database:
        database.execute("PRAGMA user_version=99")
    database.close()
    wrong = []
    for words in (("list",), ("search", "frånvaro"), ("remove", "beslut-001.txt"),
                  ("import", "samples/beslut-uppfoljning.txt")):
        said = precedents(room, *words)
        if said.returncode != 2 or "nyare" not in said.stderr:
            wrong.append(f"{words[0]}: {said.returncode} {said.stderr}")
    tell("a store of a newer version is refused, with the reason", wrong)


def stopped(room):
    wrong = []
    for i in range(12):
        import_ = start(room, f"{room}/in")
        time.sleep(0.02 + 0.04 * i)
        import_.send_signal((signal.SIGTERM, signal.SIGINT,
                             signal.SIGHUP)[i % 3])
        import_.wait()
        if precedents(room, "list").returncode not in (0, 2):
            wrong.append("the store does not open")
        wrong += [f"left: {name}" for name in left(room)]
        if i % 4 == 3:
            os.unlink(f"{room}/beslut.db")
    tell("an import that is stopped leaves nothing beside the store", wrong)


def scan(text):
    """A PDF whose only page is a grey picture of the text."""
    rows = subprocess.run(["pdftoppm", "-r", "120", "-gray", "-"],
                          input=text, capture_output=True, check=True).stdout
    head, size, _, pixels = rows.split(b"\n", 3)
    assert head == b"P5"
    wide, high = size.split()
    picture = zlib.compress(pixels)
    return pdf([b"<</Type/XObject/Subtype/Image/Width %s/Height %s"
                b"/ColorSpace/DeviceGray/BitsPerComponent 8"
                b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
                % (wide, high, len(picture), picture)],
               b"595 0 0 842 0 0 cm /P Do", b"/XObject<</P 4 0 R>>", 12)


def pdf(more, content, resources, pages=1):
    kids = b" ".join(b"%d 0 R" % (6 + i) for i in range(pages))
    page = (b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R"
            b"/Resources<<%s>>>>" % resources)
    parts = [b"<</Type/Catalog/Pages 2 0 R>>",
             b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
             b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
             more[0], b"null"] + [page] * pages
    out, at = b"%PDF-1.4\n", []
    for i, part in enumerate(parts, 1):
        at.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (i, part)
    table = b"".join(b"%010d 00000 n \n" % one for one in at)
    return out + (b"xref\n0 %d\n0000000000 65535 f \n%strailer"
                  b"<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n"
                  % (len(parts) + 1, table, len(parts) + 1, len(out)))


def processes(session):
    """The programs of the import that are still there."""
    found = []
    for name in os.listdir("/proc"):
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8") as file:
                what = file.read().rsplit(")", 1)[1].split()
            if what[0] != "Z" and int(what[3]) == session:
                found.append(name)
        except (OSError, IndexError, ValueError):
            pass
    return found


def pages(room):
    """Pages of a scan, being read when the import is stopped."""
    lines = b"\n".join(b"1 0 0 1 60 %d Tm (Beslut om skolan, rad %d) Tj"
                       % (800 - 20 * i, i) for i in range(35))
    text = pdf([b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"],
               b"BT /F 12 Tf %s ET" % lines, b"/Font<</F 4 0 R>>")
    wrong = []
    with open(f"{room}/in/scan.pdf", "wb") as file:
        file.write(scan(text))
    for kill in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
        import_ = start(room, f"{room}/in/scan.pdf")
        time.sleep(1)
        if import_.poll() is not None:
            wrong.append("the scan was read before it was stopped")
        import_.send_signal(kill)
        import_.wait()
        for _ in range(300):  # the page at hand is read out, in memory only
            if not processes(import_.pid):
                break
            time.sleep(0.1)
        wrong += [f"{kill.name}: left {name}" for name in left(room)
                  if name != "beslut.db-journal" or kill != signal.SIGKILL]
        wrong += [f"{kill.name}: process {name} goes on"
                  for name in processes(import_.pid)]
    tell("pages of a scan are gone however the import ends", wrong)


def main():
    with tempfile.TemporaryDirectory() as room:
        make_decisions(room)
        private(room)
        remove(room)
        newer(room)
        os.unlink(f"{room}/beslut.db")
        stopped(room)
        pages(room)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
