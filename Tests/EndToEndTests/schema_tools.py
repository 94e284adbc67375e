"""Validates the content of a site with the schemas that the program prints.

    schema_tools.py PROGRAM SITE     every fault as `path: message`, one a line
"""
import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """Days stay texts, as in JSON."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def kind(path):
    parts = path.parts
    if path.name == "site.config":
        return "site"
    if path.name == "form.yaml":
        return "form-definition"
    if path.name in ("associations.yaml", "enterprises.yaml"):
        return path.name.replace("s.yaml", "")
    if path.name == "synonyms.yaml":
        return "synonyms"
    if path.suffix != ".md":
        return None
    folder = parts[1]
    if folder == "awards" and len(parts) > 3:
        return "edition" if parts[3] == "index.md" else "writeup"
    return {"practices": "practice", "notices": "notice", "rules": "rule", "forms": "form"}.get(folder, "page")


def main(program, site):
    root = pathlib.Path(site)
    validators = {}
    count = 0
    for file in sorted([root / "site.config", *root.glob("content/**/*")]):
        path = file.relative_to(root)
        name = file.is_file() and kind(path)
        if not name:
            continue
        if name not in validators:
            schema = json.loads(subprocess.run([program, "schema", name], capture_output=True, check=True).stdout)
            jsonschema.Draft202012Validator.check_schema(schema)
            validators[name] = jsonschema.Draft202012Validator(schema)
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".md":
            if not text.startswith("---\n"):
                continue
            text = text[4:].split("\n---", 1)[0]
        count += 1
        for error in validators[name].iter_errors(yaml.load(text, Loader)):
            print(f"{path}: {error.message[:200]}")
    print(f"files: {count}, kinds: {len(validators)}")


main(*sys.argv[1:])
