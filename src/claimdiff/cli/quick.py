"""Spare the start of a command what its parameters do not need.

typer reads every value through an adapter of pydantic, also a text that is to stay a text, and pydantic takes longer to load
than most commands to run. Here a value that already is what its parameter declares goes past the adapter.
"""

from collections.abc import Callable
from typing import Any, get_args, get_origin

import typer


def quickened(app: typer.Typer) -> Any:
    """Return the command of an app, its parameters spared what they do not need."""
    command = typer.main.get_command(app)
    waiting: list[Any] = [command]
    while waiting:
        one = waiting.pop()
        waiting += getattr(one, "commands", {}).values()
        one.get_params = _quick_params(one.get_params)
    return command


def _quick_params(ordinary: Callable[[Any], list[Any]]) -> Callable[[Any], list[Any]]:
    """Return what lists the parameters of a command, among them the one for help, which is only made when it is asked for."""
    known: set[int] = set()

    def get_params(context: Any) -> list[Any]:
        parameters = ordinary(context)
        for parameter in parameters:
            if id(parameter) not in known:
                known.add(id(parameter))
                parameter.process_value = _quick_value(parameter)
        return parameters

    return get_params


def _quick_value(parameter: Any) -> Callable[[Any, Any], Any]:
    """Return what turns the value that was given for a parameter into the one that the command gets."""
    declared = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    ordinary = parameter.process_value

    def process_value(context: Any, value: Any) -> Any:
        if declared is None or not _is_ready(parameter, declared, value):
            return ordinary(context, value)
        ready = list(value) if isinstance(value, tuple) else value
        return ready if parameter.callback is None else parameter.callback(context, parameter, ready)

    return process_value


def _is_ready(parameter: Any, declared: Any, value: Any) -> bool:
    """Tell whether a value already is what its parameter declares: a text, texts, the default, or nothing where it may be."""
    if value is None:
        return not (parameter.required or parameter.multiple or parameter.nargs != 1)
    if get_origin(declared) is list:
        return get_args(declared) == (str,) and bool(value) and isinstance(value, list | tuple)
    if not isinstance(declared, type) or not isinstance(value, declared):
        return False
    return declared is str or value == parameter.default
