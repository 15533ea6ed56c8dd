"""tell - one line per check, and beneath it what is wrong."""
import sys

MOST_SHOWN = 12
_failed = []


def tell(sentence, problems):
    problems = list(problems)
    print(f"{'failed' if problems else 'ok'}: {sentence}")
    for problem in problems[:MOST_SHOWN]:
        print("   ", problem)
    if problems:
        _failed.append(sentence)


def end():
    sys.exit(1 if _failed else 0)
