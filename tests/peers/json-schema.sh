#!/bin/bash
# json-schema.sh BUILD - what the program writes as JSON is what our schemas
# say, as Ajv from npm reads them.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/npm.sh
cp tests/peers/json-schema.mjs "$room"
# The rule files and settings as JSON: Ajv reads no YAML. As editors do, in
# YAML 1.2: only true and false are no texts, and a day is a text.
/usr/bin/python3 - rules tests >"$room/rules.json" <<'END'
import glob, json, re, sys, yaml
class Loader(yaml.CSafeLoader):
    yaml_implicit_resolvers = {
        first: [(tag, regexp) for tag, regexp in resolvers
                if not tag.endswith((":bool", ":timestamp"))]
        for first, resolvers in
        yaml.CSafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool",
                             re.compile("true|false"), "tf")
paths = [path for folder in sys.argv[1:]
         for path in sorted(glob.glob(folder + "/**/*.yaml", recursive=True))
         if "/templates/" not in path and "/metamorphic/" not in path
         and "mistakes" not in path]
paths += [path for path in glob.glob("tests/golden/*/*/.skollint.yaml")
          if not re.search("mistake|nothing|profile", path)]
files = [[path, yaml.load(open(path, "rb"), Loader)] for path in paths]
# What the page for rule writers shows: a first criterion, and settings.
blocks = re.findall("```yaml\n(# yaml-language.*?)```",
                    open("rules/README.md").read(), re.S)
for block in blocks:
    name = re.search("schema/(\w+)", block).group(1)
    files.append([f"rules/README.md, {name}", yaml.load(block, Loader)])
json.dump(files, sys.stdout, default=str)
END
exec node "$room/json-schema.mjs" "$1/skollint" "$room"
