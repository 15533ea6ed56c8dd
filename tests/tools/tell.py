"""tell - one line per check, and beneath it what is wrong."""
import sys

_failed = []


def tell(sentence, problems):
    print(f"{'failed' if problems else 'ok'}: {sentence}")
    for problem in problems:
        print("   ", problem)
    if problems:
        _failed.append(sentence)


def end():
    sys.exit(1 if _failed else 0)
