"""measure - paired timings of commands, and what they need of memory.

Machines drift: only times taken in turns within one run may be compared. So
A and B run A B A B …, after one round that does not count, and medians are
given. Commands start without a shell; a pipeline is a list of commands.
"""
import os
import statistics
import subprocess
import time


def run(pipeline):
    """Seconds from the first start to the last end."""
    began = time.perf_counter()
    processes = []
    source = subprocess.DEVNULL
    for number, command in enumerate(pipeline):
        last = number + 1 == len(pipeline)
        process = subprocess.Popen(
            command, stdin=source, stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL if last else subprocess.PIPE)
        if source is not subprocess.DEVNULL:
            source.close()
        source = process.stdout
        processes.append(process)
    for process in processes:
        process.wait()
    return time.perf_counter() - began


def run_together(commands):
    """Seconds until all of several independent commands have ended."""
    began = time.perf_counter()
    processes = [subprocess.Popen(command, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
                 for command in commands]
    for process in processes:
        process.wait()
    return time.perf_counter() - began


def paired(first, second, rounds):
    """Median seconds of both, and the median of the rounds' ratios."""
    first(), second()
    pairs = [(first(), second()) for _ in range(rounds)]
    return (statistics.median(a for a, _ in pairs),
            statistics.median(b for _, b in pairs),
            statistics.median(a / b for a, b in pairs))


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def tell(what, ours, name, theirs, figure, goal, holds):
    print(f"{what}\n    skollint {seconds(ours)}, {name} {seconds(theirs)}: "
          f"{figure} (goal: {goal}{'' if holds else '; MISSED'})", flush=True)


def peak_kib(command):
    """Peak resident memory of a command in KiB, by GNU time.

    Not by wait4: a child that Python starts inherits Python's own peak.
    """
    result = subprocess.run(
        ["/usr/bin/time", "-f", "%M", *command], stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        check=False)
    return int(result.stderr.split()[-1])


def exists(path):
    return path and os.path.exists(path)
