"""Read sound data as the schema's models say, without loading them: pydantic takes longer to load than most commands to run.

``shapes.json`` has the models in the few words that are needed to read what is sound. It is compiled from them
(``python -m claimdiff.accounts.shapes``) and tested to be current. Whatever is not plainly sound is left to the models, which
say what is wrong.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from claimdiff.accounts.values import READERS, WrongValue

FILE = "shapes.json"

Shape = Any
"""``[kind]`` a kind of value; ``["list", shape, least, most]``; ``["map", keys, values, least, most]``; ``["model", name]``."""


class Sound:
    """What a model would be: its fields as attributes, and ``model_fields_set``, the names of those that were given."""

    model_fields_set: frozenset[str]

    def __init__(self, fields: Mapping[str, Any], given: frozenset[str]) -> None:
        """Take the fields."""
        self.__dict__.update(fields)
        self.model_fields_set = given


class _NotSound(Exception):  # noqa: N818 - no fault: only a reason to look more closely
    pass


def read_sound(name: str, data: Any) -> Sound | None:
    """Return the data of a kind of file as its model would be, None where it may not be sound."""
    shapes = _shapes()
    try:
        return _model(shapes["kinds"][name], data, shapes["models"])
    except (_NotSound, WrongValue):
        return None


@cache
def _shapes() -> Any:
    return json.loads(Path(__file__).with_name(FILE).read_bytes())


def _model(name: str, data: Any, models: Any) -> Sound:
    if not isinstance(data, dict):
        raise _NotSound
    fields, given = {}, set()
    for field, (key, shape, needed, default) in models[name].items():
        if key in data:
            fields[field] = _value(shape, data[key], models)
            given.add(field)
        elif needed:
            raise _NotSound
        else:
            fields[field] = _default(shape, default)
    if len(given) < len(data):
        raise _NotSound
    return Sound(fields, frozenset(given))


def _value(shape: Shape, data: Any, models: Any) -> Any:
    kind = shape[0]
    if kind == "model":
        return _model(shape[1], data, models)
    if kind == "list":
        _, item, least, most = shape
        return tuple(_value(item, one, models) for one in _counted(data, list, least, most))
    if kind == "map":
        _, keys, values, least, most = shape
        found = _counted(data, dict, least, most)
        return {_value(keys, key, models): _value(values, value, models) for key, value in found.items()}
    return READERS[kind](data)


def _counted(data: Any, kind: type, least: int, most: int | None) -> Any:
    number = len(data) if isinstance(data, list | dict) else 0
    if not isinstance(data, kind) or number < least or (most is not None and number > most):
        raise _NotSound
    return data


def _default(shape: Shape, default: Any) -> Any:
    if default is None:
        return None
    return () if default == [] else READERS[shape[0]](default)
