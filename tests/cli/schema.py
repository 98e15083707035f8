"""Checks a value against the part of JSON Schema 2020-12 that src/output/schema.json uses."""

import re

TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "null": type(None),
}
KNOWN = {
    "$schema", "$defs", "$ref", "$comment", "title", "description", "format", "type", "enum",
    "const", "properties", "required", "additionalProperties", "items", "maxItems", "minimum",
    "minLength", "pattern", "oneOf", "anyOf", "allOf", "if", "then",
}


def has_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def problem(value, schema, root, where="$", open_top=False):
    """What is wrong with the value, or None. `open_top` admits unknown keys of the outermost object."""

    def inner(part, subschema, at, is_open=False):
        return problem(part, subschema, root, at, is_open)

    unknown = set(schema) - KNOWN
    if unknown:
        return f"{where}: this checker does not know {unknown}"
    if "$ref" in schema:
        target = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        found = inner(value, target, where, open_top)
        if found:
            return found
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(has_type(value, name) for name in names):
            return f"{where}: {value!r} is no {names}"
    if "enum" in schema and value not in schema["enum"]:
        return f"{where}: {value!r} is not one of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        return f"{where}: {value!r} is not {schema['const']!r}"
    if isinstance(value, str):
        if len(value) < schema.get("minLength", 0):
            return f"{where}: too short"
        if "pattern" in schema and not re.search(schema["pattern"], value):
            return f"{where}: {value!r} does not match {schema['pattern']}"
    if has_type(value, "number") and value < schema.get("minimum", value):
        return f"{where}: {value} is too small"
    if isinstance(value, list):
        if len(value) > schema.get("maxItems", len(value)):
            return f"{where}: too many items"
        for i, item in enumerate(value):
            found = inner(item, schema.get("items", {}), f"{where}[{i}]")
            if found:
                return found
    if isinstance(value, dict):
        missing = [key for key in schema.get("required", []) if key not in value]
        if missing:
            return f"{where}: lacks {missing}"
        properties = schema.get("properties", {})
        others = schema.get("additionalProperties", True)
        for key, part in value.items():
            if key in properties:
                found = inner(part, properties[key], f"{where}.{key}")
            elif others is False:
                found = None if open_top else f"{where}: unknown key {key}"
            elif others is True:
                found = None
            else:
                found = inner(part, others, f"{where}.{key}")
            if found:
                return found
    for name, right in (("oneOf", lambda n: n == 1), ("anyOf", lambda n: n >= 1)):
        if name in schema:
            problems = [inner(value, option, where, open_top) for option in schema[name]]
            if not right(problems.count(None)):
                return f"{where}: {name} fails: {[p for p in problems if p]}"
    for part in schema.get("allOf", []):
        found = inner(value, part, where)
        if found:
            return found
    if "if" in schema and inner(value, schema["if"], where) is None:
        return inner(value, schema.get("then", {}), where)
    return None
