"""Which matcher is asked for."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli.errors import CannotGoOn

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimdiff.accounts.project import Project
    from claimdiff.alignment.model import Alignment

MatcherOption = Annotated[
    str, typer.Option("--matcher", metavar="NAME", help="default, or semantic: with sentence vectors (an extra).")
]
ModelOption = Annotated[
    Path | None,
    typer.Option("--model", metavar="DIR", help="With semantic: the folder of another sentence-transformers model."),
]


def matcher_named(name: str, project: "Project | None", model: Path | None = None) -> "Callable[..., Alignment] | None":
    """Return the matcher of that name, None for the default one; CannotGoOn where it is none or not installed."""
    if name == "default":
        if model is not None:
            message = "--model is for --matcher semantic"
            raise CannotGoOn(message)
        return None
    if name != "semantic":
        message = f"--matcher takes default, semantic, not {name!r}"
        raise CannotGoOn(message)
    from claimdiff.cli.options import project_lexicon
    from claimdiff.models.semantic import align_semantic, load_semantic
    from claimdiff.models.vectors import MissingModel, load_vectors

    try:
        vectors = load_vectors(model)
    except MissingModel as error:
        raise CannotGoOn(str(error)) from error
    return partial(align_semantic, lexicon=project_lexicon(project), weights=load_semantic(), vectors=vectors)
