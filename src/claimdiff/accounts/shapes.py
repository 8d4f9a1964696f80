"""Compile the schema's models to ``shapes.json``: ``python -m claimdiff.accounts.shapes``, with ``--check`` to compare only."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from claimdiff.accounts.fields import Kind
from claimdiff.accounts.schema import MODELS
from claimdiff.accounts.sound import FILE, Shape
from claimdiff.accounts.write import write_atomic

TARGET = Path(__file__).with_name(FILE)


def shapes_text() -> str:
    """Return the shapes of all models as the text of their file."""
    models: dict[str, Any] = {}
    for model in MODELS.values():
        _add(model, models)
    kinds = {name: model.__name__ for name, model in MODELS.items()}
    listed = ",\n".join(f"{_json(name)}: {{\n{_lines(fields)}\n}}" for name, fields in models.items())
    return f'{{"kinds": {_json(kinds)},\n"models": {{\n{listed}\n}}}}\n'


def _lines(fields: dict[str, Any]) -> str:
    return ",\n".join(f"  {_json(name)}: {_json(field)}" for name, field in fields.items())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _add(model: type[BaseModel], models: dict[str, Any]) -> None:
    if model.__name__ in models:
        return
    fields = models[model.__name__] = {}
    for name, info in model.model_fields.items():
        shape = _shape(info.annotation, info.metadata, models)
        needed = info.is_required()
        fields[name] = [info.alias or name, shape, needed, None if needed else _default(info)]


def _shape(annotation: Any, metadata: Sequence[Any], models: dict[str, Any]) -> Shape:
    """Return the shape of a type; what it would not say exactly is an error."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _shape(inner, [*more, *metadata], models)
    if get_origin(annotation) in (Union, UnionType):
        (inner,) = (kind for kind in get_args(annotation) if kind is not NoneType)
        return _shape(inner, metadata, models)
    metadata = [more for one in metadata for more in (one.metadata if isinstance(one, FieldInfo) else [one])]
    kinds = [one.func.name for one in metadata if isinstance(one, BeforeValidator) and isinstance(one.func, Kind)]
    if kinds:
        return kinds
    least = max((one.min_length for one in metadata if isinstance(one, MinLen)), default=0)
    most = min((one.max_length for one in metadata if isinstance(one, MaxLen)), default=None)
    if get_origin(annotation) is tuple and get_args(annotation)[1:] == (...,):
        return ["list", _shape(get_args(annotation)[0], (), models), least, most]
    if get_origin(annotation) is dict:
        keys, values = (_shape(inner, (), models) for inner in get_args(annotation))
        return ["map", keys, values, least, most]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        _add(annotation, models)
        return ["model", annotation.__name__]
    message = f"no shape for {annotation}"
    raise TypeError(message)


def _default(info: FieldInfo) -> Any:
    """Return a default as the file would have it written."""
    match info.default:
        case None:
            return None
        case ():
            return []
        case bool(flag):
            return "true" if flag else "false"
        case text:
            return str(text)


def main(arguments: Sequence[str]) -> int:
    """Write the file, or with ``--check`` say whether it is current."""
    text = shapes_text()
    if "--check" not in arguments:
        write_atomic(TARGET, text)
        return 0
    current = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
    sys.stderr.write("" if current else f"{TARGET} is not current: run python -m claimdiff.accounts.shapes\n")
    return 0 if current else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
