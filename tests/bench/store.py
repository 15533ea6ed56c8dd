"""store - importing decisions with our own criteria, and finding passages.

Decisions to import are those of the samples and tests, each with words of
its own; times are of CPU, so that they hold on a machine that does more.
"""
import glob
import os
import resource
import shutil
import subprocess
import sys

build = sys.argv[1]
program = os.path.join(build, "skollint")
room = os.path.join(build, "bench", "store-files")
DECISIONS, LEAST = 400, 50
PASSAGES, SEARCH_MS, CLOSEST_MS = 200000, 20, 50


def make_decisions():
    """Decisions as they are, and three of four with an account retold."""
    paths = sorted(glob.glob("samples/beslut-*.txt")) + \
        ["samples/beslut-uppfoljning.txt"] * 5
    os.makedirs(os.path.join(room, "in"))
    for number in range(DECISIONS):
        with open(paths[number % len(paths)], encoding="utf-8") as file:
            text = file.read()
        with open(os.path.join(room, "in", f"beslut-{number:04}.txt"), "w",
                  encoding="utf-8") as file:
            file.write(f"{text}\nBeslutet har nummer {number} i raden.\n")


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def importing():
    began = cpu()
    subprocess.run([program, "precedents", "import", "--jobs", "1", "--store",
                    os.path.join(room, "beslut.db"),
                    os.path.join(room, "in")],
                   check=True, stdout=subprocess.DEVNULL)
    rate = DECISIONS / (cpu() - began)
    print(f"Importing {DECISIONS} decisions with our own criteria, one core\n"
          f"    {rate:.0f} a second (goal: at least {LEAST}"
          f"{'' if rate >= LEAST else '; MISSED'})", flush=True)


def finding():
    said = subprocess.run(
        [os.path.join(build, "bench", "store"),
         os.path.join(room, "many.db"), str(PASSAGES),
         *sorted(glob.glob("samples/*.txt"))],
        check=True, capture_output=True, text=True).stdout
    for line, name, goal in zip(said.splitlines(),
                                ("Searching", "The closest passages to an "
                                              "account"),
                                (SEARCH_MS, CLOSEST_MS)):
        _, middle, high = line.split()
        print(f"{name} among {PASSAGES} passages\n"
              f"    median {middle} ms, p95 {high} ms (goal: p95 at most "
              f"{goal} ms{'' if float(high) <= goal else '; MISSED'})",
              flush=True)


shutil.rmtree(room, ignore_errors=True)
make_decisions()
importing()
finding()
shutil.rmtree(room)
