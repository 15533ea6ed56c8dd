"""restore - the Swedish letters of a text that an English OCR program read.

A word list is made of other Swedish text; what a word may have been is what
is left of both when the letters that such a program confuses are one.
"""
import collections
import re

ALIKE = str.maketrans("åäàöøé6|", "aaaooool")
FULL = 60  # letters of a line that goes on
MERGED = str.maketrans("do", "aa")


def key(word, merged=False):
    word = word.lower().translate(ALIKE)
    if merged:
        word = word.translate(MERGED)
    return re.sub(r"([ao])\1+", r"\1", word)


def words_of(paths):
    """How often words and pairs of words stand in the files in Swedish."""
    words, pairs = collections.Counter(), collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8", errors="ignore") as file:
            text = file.read().lower()
        if sum(map(text.count, "åäö")) * 60 > len(text):
            found = re.findall(r"[a-zåäö]+", text)
            words.update(found)
            pairs.update(zip(found, found[1:]))
    return words, pairs


class Restorer:
    def __init__(self, paths):
        words, self.pairs = words_of(paths)
        self.keys = {}, {}
        for word, _ in words.most_common():
            for merged in (False, True):
                self.keys[merged].setdefault(key(word, merged),
                                             []).append(word)

    def word(self, word, after):
        """What the word was: the most usual, and before that it fits."""
        may_be = self.keys[0].get(key(word)) or (
            len(word) > 3 and self.keys[1].get(key(word, True))) or [word]
        then = self.keys[0].get(key(after), [after])
        found = max(may_be, key=lambda one: sum(self.pairs[one, next_one]
                                                for next_one in then))
        return found.capitalize() if word[0].isupper() else found

    def text(self, text):
        """Its words restored, its lines joined into paragraphs."""
        # A page begins with a space; blank lines split some sentences.
        text = re.sub(r"([.:])\n ", r"\1\n\n", text)
        text = re.sub(r"([^\W\d_])\n\s*\n(?=[a-z])", r"\1 ", text)
        pieces = re.split(r"(6\w+|\|\w+|[^\W\d_][\w|]*)", text)
        for i in range(1, len(pieces), 2):
            after = pieces[i + 2] if i + 2 < len(pieces) else ""
            # "e" alone is a bullet; "1kap" and "9 a" are no words.
            if len(pieces[i]) > 1 and not pieces[i - 1][-1:].isdigit():
                pieces[i] = self.word(pieces[i], after)
        parts = []
        for part in re.split(r"\n\s*\n", "".join(pieces)):
            lines = part.split("\n")
            joined = [lines[0].strip()]
            for before, line in zip(lines, lines[1:]):
                if len(before) > FULL:
                    joined[-1] += " " + line.strip()
                else:
                    joined.append(line.strip())
            parts.append("\n".join(joined))
        return re.sub(r"(?m)^e ", "– ", "\n\n".join(parts))
