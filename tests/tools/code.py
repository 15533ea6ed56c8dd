"""code - print C sources as FILE:LINE: CODE, comments left out."""
import re
import sys

COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*|("(?:\\.|[^"\\\n])*"|'
                     r"'(?:\\.|[^'\\\n])*')", re.S)


def blank(match):
    return match[1] or "\n" * match[0].count("\n")


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as source:
        code = COMMENT.sub(blank, source.read())
    for number, line in enumerate(code.split("\n"), 1):
        if line.strip():
            print(f"{path}:{number}: {line}")
