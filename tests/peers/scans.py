"""scans - decisions printed, scanned and read back, beside the clean text."""
import concurrent.futures
import os
import shutil
import sys

sys.path[:0] = ["tests/decisions", "tests/peers"]
import facts
import paper

PROGRAM = sys.argv[1] + "/skollint"
ROOM = os.path.join(sys.argv[1], "peers", "scans")
WAYS = {"as a PDF": ".pdf", "as a scanned PDF": ".scan.pdf",
        "read by an English OCR program": ".ocr.txt"}


def put(name, text):
    path = os.path.join(ROOM, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def copy(stem):
    """The printed letter as pictures, and what is read from those."""
    pictures = paper.photograph(f"{ROOM}/{stem}.pdf")
    paper.bind(pictures, f"{ROOM}/{stem}.scan.pdf")
    put(f"{stem}.ocr.txt", paper.read_in_english(pictures))


def read(path):
    """Kind and facts; {} with what was said when there is no answer."""
    found = facts.outline(PROGRAM, path)
    return found["document"]["kind"], facts.of_decision(found)


def hold(way, wanted):
    """At least 98 of 100 facts as in the clean text."""
    total, wrong = 0, []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        stems = list(wanted)
        read_back = pool.map(
            lambda stem: read(f"{ROOM}/{stem}{WAYS[way]}"), stems)
        for stem, (kind, got) in zip(stems, read_back):
            of, differ = facts.count(wanted[stem][1], got)
            total += of + 1
            if kind != wanted[stem][0]:
                differ.append(f"kind: {kind!r}, not {wanted[stem][0]!r}")
            wrong += [f"{stem}: {one}" for one in differ]
    failed = len(wrong) * 50 > total
    print(f"{'failed' if failed else 'ok'}: {way}: {total - len(wrong)} of "
          f"{total} facts of {len(stems)} decisions")
    for one in wrong:
        print("   ", one)
    return failed


def main():
    shutil.rmtree(ROOM, ignore_errors=True)
    os.makedirs(ROOM)
    wanted, letters = {}, []
    for one in facts.expected():
        stem = os.path.basename(one["decision"]).removesuffix(".txt")
        wanted[stem] = read(one["decision"])
        with open(one["decision"], encoding="utf-8") as file:
            letters.append(put(f"{stem}.fodt", paper.letter(file.read())))
    paper.print_all(letters, ROOM)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(copy, wanted))
    sys.exit(sum(hold(way, wanted) for way in WAYS) > 0)


if __name__ == "__main__":
    main()
