"""decisions - what is read of decisions, clean and noised, beside a reader's
list; and no verdict on what they retell rises from not met to met."""
import os
import sys

sys.path.insert(0, "tests/decisions")
import facts
import noise

program = sys.argv[1] + "/skollint"
room = sys.argv[1] + "/decisions"
failed = 0


def tell(sentence, problems, fails=True):
    global failed
    failed += bool(problems) and fails
    print(f"{'failed' if problems and fails else 'ok'}: {sentence}")
    for problem in problems:
        print("   ", problem)


def hold(name, paths):
    """At least 98 of 100 facts equal."""
    total, wrong = 0, []
    for want, path in paths:
        of, differ = facts.count(want, facts.of_decision(
            facts.outline(program, path)))
        total += of
        wrong += [f"{path}: {one}" for one in differ]
    tell(f"{name}: {total - len(wrong)} of {total} facts of "
         f"{len(paths)} decisions", wrong, len(wrong) * 50 > total)


def none_rises(name, pairs):
    wrong = [one for clean, other in pairs
             for one in facts.rises(program, clean, other)]
    tell(f"{name}: no verdict rises from not met to met", wrong)


def seed():
    """s004, where it is at hand, as its reader listed it."""
    path = facts.SEED
    if not os.path.isfile(path):
        print("    SKIPPED: ../shared is not there; s004 not tried")
        return
    want = facts.of_seed()
    _, wrong = facts.count(want,
                           facts.of_decision(facts.outline(program, path)))
    shown = facts.verdicts(program, path)
    wrong += [f"{key}: {shown[('d1', key)]}" for key in ("FO-01", "FO-03")
              if shown[("d1", key)] != "cannot_tell"]
    tell("s004 as OCR gave it; its own day and number said to be unknown",
         wrong)


def main():
    listed = [(want, want["decision"]) for want in facts.expected()]
    os.makedirs(room, exist_ok=True)
    noised = []
    for want, path in listed:
        into = f"{room}/{os.path.basename(path)}"
        with open(path, encoding="utf-8") as file:
            text = noise.noised(file.read())
        with open(into, "w", encoding="utf-8") as file:
            file.write(text)
        noised.append((want, into))
    hold("clean", listed)
    hold("noised", noised)
    none_rises("noised", [(one[1], other[1])
                          for one, other in zip(listed, noised)])
    seed()
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
