"""texts - every sentence that C asks for by its key exists, in both languages."""
import collections
import glob
import re

import yaml

from tell import end, tell

ASKED = re.compile(
    r"\b(?:fail|node_problem|node_problem_at|problems_add|builder_problem|"
    r"texts_say|say)\s*\([^\";]*?\"([a-z0-9]+(?:-[a-z0-9]+)+)\"", re.S)

texts, where = {}, collections.defaultdict(list)
for path in sorted(glob.glob("rules/frame/*.yaml")):
    with open(path, encoding="utf-8") as source:
        for key, text in (yaml.safe_load(source).get("texts") or {}).items():
            texts[key] = text
            where[key].append(path)

asked = {}
for path in sorted(glob.glob("src/*/*.c")):
    with open(path, encoding="utf-8") as source:
        for match in ASKED.finditer(source.read()):
            asked.setdefault(match[1], path)
with open("src/base/limits.h", encoding="utf-8") as source:
    for key in re.findall(r'LIMIT\(\w+, .*"([a-z-]+)"\)', source.read()):
        asked.setdefault(key, "src/base/limits.h")

tell("every text that C asks for stands in rules/frame",
     [f"{asked[key]}: {key}" for key in sorted(asked) if key not in texts])
tell("every text is there in Swedish and English",
     [f"{where[key][0]}: {key}" for key, text in sorted(texts.items())
      if not isinstance(text, dict) or
      not (str(text.get("sv") or "").strip() and
           str(text.get("en") or "").strip())])
tell("every text stands once",
     [f"{key}: {', '.join(paths)}" for key, paths in sorted(where.items())
      if len(paths) > 1])
end()
