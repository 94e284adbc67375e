"""Says of each document whether its JSON Schema accepts it.

Standard input: {"schemas": {kind: schema}, "documents": [{"kind": …, "yaml": …}]}. Standard output: a list with `null` for
each document that is accepted, else with what the validator says first.
"""
import json
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """Plain values as the core schema of YAML 1.2 reads them, which editing programs use: `yes` and days are texts."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+0123456789."),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first) + ([""] if tag == "null" else []))


def whole(loader, node):
    return int(node.value)


CoreLoader.add_constructor("tag:yaml.org,2002:int", whole)
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))

request = json.load(sys.stdin)
validators = {}
for kind, schema in request["schemas"].items():
    jsonschema.Draft202012Validator.check_schema(schema)
    validators[kind] = jsonschema.Draft202012Validator(schema)
verdicts = []
for document in request["documents"]:
    value = yaml.load(document["yaml"], CoreLoader)
    error = next(validators[document["kind"]].iter_errors(value), None)
    verdicts.append(error and f"{error.json_path}: {error.message[:160]}")
json.dump(verdicts, sys.stdout, ensure_ascii=False)
