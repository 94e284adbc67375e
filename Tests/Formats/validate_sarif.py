"""Says whether a SARIF file keeps to the schema of SARIF 2.1.0 (OASIS): unknown members, types, patterns, ranges."""

import sys

import pydantic_sarif.model as sarif
from pydantic import BaseModel, ValidationError

# The generated name of the schema's root.
ROOT = next(
    value
    for value in vars(sarif).values()
    if isinstance(value, type) and issubclass(value, BaseModel) and {"version", "runs"} <= set(value.model_fields)
)

with open(sys.argv[1], "rb") as file:
    try:
        ROOT.model_validate_json(file.read())
    except ValidationError as error:
        sys.exit(str(error))
