"""main_job - the main job against the tools one would pick instead."""
import glob
import os
import shutil
import subprocess
import sys

import measure

build = sys.argv[1]
program = os.path.join(build, "skollint")
corpus = os.path.join(build, "bench", "texts")
check = [program, "check", "--no-settings"]


def small_word_file():
    """The sample nearest to 40 KB, as most reports are."""
    return min(sorted(glob.glob("samples/*.docx")),
               key=lambda path: abs(os.path.getsize(path) - 40000))


def one_word_file():
    path = small_word_file()
    what = (f"One small Word file, cold "
            f"({os.path.basename(path)}, {os.path.getsize(path)} bytes)")
    peers = [
        ("unzip | xmllint",
         [["unzip", "-p", path, "word/document.xml"],
          ["xmllint", "--noout", "-"]], 41,
         lambda ratio: (f"{ratio:.2f} of its time", "at most 1.0",
                        ratio <= 1.0)),
        ("pandoc -t plain", [["pandoc", "-t", "plain", path]], 7,
         lambda ratio: (f"{1 / ratio:.1f} times faster", "at least 12",
                        1 / ratio >= 12)),
    ]
    for name, pipeline, rounds, words in peers:
        ours, theirs, ratio = measure.paired(
            lambda: measure.run([check + [path]]),
            lambda: measure.run(pipeline), rounds)
        measure.tell(what, ours, name, theirs, *words(ratio))
    for path in (path, sorted(glob.glob("samples/*.txt"))[0]):
        peak = max(measure.peak_kib(check + [path]) for _ in range(3)) / 1024
        print(f"Peak memory of one small file ({os.path.basename(path)})\n"
              f"    {peak:.1f} MiB (goal: at most 12 MiB"
              f"{'' if peak <= 12 else '; MISSED'})", flush=True)


def thousand_texts():
    shutil.rmtree(corpus, ignore_errors=True)
    subprocess.run([sys.executable, "tests/bench/corpus.py", corpus, "1000"],
                   check=True)
    files = sorted(glob.glob(corpus + "/*.txt"))
    size = sum(os.path.getsize(path) for path in files)
    for jobs, what in ((["--jobs", "1"], "one job"),
                       ([], "as many jobs as cores, which is the default")):
        ours, theirs, ratio = measure.paired(
            lambda: measure.run([check + jobs + [corpus]]),
            lambda: measure.run([["pcre2grep", "-u", "-i", "-n", "-f",
                                  "tests/bench/expressions.txt"] + files]), 3)
        measure.tell(f"1 000 text reports ({size / 1e6:.1f} MB), {what}",
                     ours, "pcre2grep with 101 expressions", theirs,
                     f"{1 / ratio:.2f} times faster", "at least 1.5",
                     1 / ratio >= 1.5)

    halves = []
    for number in (0, 1):
        listing = os.path.join(build, "bench", f"half-{number}.txt")
        with open(listing, "w", encoding="utf-8") as out:
            out.write("".join(path + "\n" for path in files[number::2]))
        halves.append(check + ["--jobs", "1", "--files-from", listing])
    ours, theirs, ratio = measure.paired(
        lambda: measure.run([check + ["--jobs", "2", corpus]]),
        lambda: measure.run_together(halves), 5)
    measure.tell("1 000 text reports, --jobs 2", ours,
                 "two processes with half each", theirs,
                 f"{1 / ratio:.2f} of their speed", "at least 0.93",
                 1 / ratio >= 0.93)


one_word_file()
thousand_texts()
