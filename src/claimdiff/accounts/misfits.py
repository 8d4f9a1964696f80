"""Check data against the models of the schema with pydantic, and say every misfit with its remedy."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from claimdiff.accounts.limits import MOST_OF_A_KIND
from claimdiff.accounts.names import nearest
from claimdiff.accounts.rules import Misfit, Steps
from claimdiff.accounts.schema import MODELS, PLACES, DecisionModel
from claimdiff.accounts.sides import LEFT, LISTS, RIGHT, to_file
from claimdiff.accounts.values import kind_of
from claimdiff.display import quoted, safe


def checked(
    name: str, data: Mapping[str, Any], sides: tuple[str, str] | None = None
) -> tuple[BaseModel | None, tuple[Misfit, ...]]:
    """Return the model of the data, None when it does not fit, and every misfit; ``sides`` are a pair's accounts."""
    try:
        return MODELS[name].model_validate(data), ()
    except ValidationError as error:
        problems = error.errors(include_url=False)
    unknown = [tuple(problem["loc"]) for problem in problems if problem["type"] == "extra_forbidden"]
    misfits: list[Misfit] = []
    meant: set[Steps] = set()
    for path in unknown[:MOST_OF_A_KIND]:
        misfit, likely = _unknown_key(name, path, sides)
        misfits.append(misfit)
        meant.add((*path[:-1], likely))
    # The rest is only counted: finding the nearest of many keys takes its time.
    misfits += (Misfit(path=path, code="unknown-key", message="unknown key") for path in unknown[MOST_OF_A_KIND:])
    for problem in problems:
        path = tuple(problem["loc"])
        if problem["type"] == "missing" and to_file(path, sides) not in meant:
            misfits.append(_missing_key(path, sides))
        elif problem["type"] not in ("missing", "extra_forbidden") and not _is_echo(problem):
            misfits.append(_misfit(problem, to_file(path, sides)))
    return None, tuple(misfits)


def _is_echo(problem: Any) -> bool:
    """Tell whether a list is only called too short because its items are faulty, which is told with each of them."""
    return problem["type"] == "too_short" and bool(len(problem["input"]) >= problem["ctx"]["min_length"])


def _unknown_key(name: str, path: Steps, sides: tuple[str, str] | None) -> tuple[Misfit, str]:
    """Return the misfit and the key that was likely meant, empty where nothing is near."""
    known = _known_keys(name, path[:-1], sides)
    key = str(path[-1])
    near = nearest(key, known, most=1)
    remedy = f'did you mean "{near[0]}"?' if near else f"known here: {', '.join(known)}"
    message = f"unknown key {quoted(key)}; {remedy}"
    return Misfit(path=to_file(path, sides), code="unknown-key", message=message, at_key=True), near[0] if near else ""


def _known_keys(name: str, path: Steps, sides: tuple[str, str] | None) -> list[str]:
    model = next(model for pattern, model in PLACES[name].items() if _is_at(path, pattern))
    aliases = (field.alias or key for key, field in model.model_fields.items())
    fixed = [alias for alias in aliases if alias not in (LEFT, RIGHT)]
    own = [key for key in fixed if key not in DecisionModel.model_fields]
    named = list(sides) if sides and len(fixed) < len(model.model_fields) else []
    return [*named, *own, *(key for key in fixed if key not in own)]


def _is_at(path: Steps, pattern: Sequence[str]) -> bool:
    return len(pattern) == len(path) and all(wanted in ("*", step) for wanted, step in zip(pattern, path, strict=True))


def _missing_key(path: Steps, sides: tuple[str, str] | None) -> Misfit:
    in_file = to_file(path, sides)
    key = str(in_file[-1])
    if key in (LEFT, RIGHT):
        message = "a key that names an account is missing"
    elif path[-1] in (LEFT, RIGHT):
        message = f"missing key {quoted(key)}; list the ids of that account, such as {key}: [hockey]"
    else:
        message = f"missing key {quoted(key)}; {_NEEDED.get(key, 'add it')}"
    return Misfit(path=in_file[:-1], code="missing-key", message=message)


_NEEDED = {
    "account": "name the account, such as account: kremlin",
    "party": "name the party as readers should see it, such as party: Kremlin",
    "assertions": "list what the party says, each with an id and a text",
    "id": "give the assertion a name, such as id: hockey",
    "text": "say what is asserted in one sentence",
    "quote": "give the source's words, or move the source out of the list",
    "verdict": "give agree, partial or conflict",
    "facet": "say in what they differ, such as facet: scope",
    "accounts": "name the two accounts, such as accounts: [kremlin, whitehouse]",
}


def _misfit(problem: Any, path: Steps) -> Misfit:
    """Return the misfit behind one of pydantic's errors that is about a value."""
    context: Mapping[str, Any] = problem.get("ctx") or {}
    value = problem["input"]
    if problem["type"] == "claimdiff":
        at_key = bool(path) and path[-1] == "[key]"
        return Misfit(
            path=path[:-1] if at_key else path, code=context["code"], message=context["message"], at_key=at_key
        )
    code, message = _SHAPES[problem["type"]](value, context)
    return Misfit(path=path, code=code, message=message + _remedy(problem["type"], path, value))


def _remedy(kind: str, path: Steps, value: Any) -> str:
    """Return what to write instead, where that can be told."""
    match kind:
        case "tuple_type" if path[-1] in _LISTS_OF_MAPPINGS:
            return '; begin each of its items with "- "'
        case "tuple_type" if isinstance(value, str) and value.strip() and len(value) < 40:
            return f"; write [{safe(value)}]"
        case "dict_type" | "model_type":
            return "; write key: value"
        case _:
            return ""


def _list_meant(value: Any, _: Mapping[str, Any]) -> tuple[str, str]:
    return "wrong-type", f"{kind_of(value)} where a list is meant"


def _mapping_meant(value: Any, _: Mapping[str, Any]) -> tuple[str, str]:
    return "wrong-type", f"{kind_of(value)} where a mapping is meant"


def _wrong_number(value: Any, context: Mapping[str, Any]) -> tuple[str, str]:
    if not value:
        return "empty-list", "nothing in it; give an item or remove the key"
    wanted = context.get("min_length") or context.get("max_length")
    return "wrong-value", f"{len(value)} of them where there have to be {wanted}"


_LISTS_OF_MAPPINGS = frozenset({"assertions", "quotes", "differences", "expect", *LISTS})
_SHAPES: dict[str, Callable[[Any, Mapping[str, Any]], tuple[str, str]]] = {
    "tuple_type": _list_meant,
    "dict_type": _mapping_meant,
    "model_type": _mapping_meant,
    "too_short": _wrong_number,
    "too_long": _wrong_number,
}
