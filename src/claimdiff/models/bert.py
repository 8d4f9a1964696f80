"""Sentence vectors of a BERT or MPNet model in a sentence-transformers folder, computed with numpy alone.

The encoders are those of Devlin et al., "BERT" (2018), and Song et al., "MPNet" (2020), which adds the distance of two pieces
to their attention; the pooling is that of Reimers and Gurevych, "Sentence-BERT" (2019). The folder holds ``config.json``,
``tokenizer.json`` and ``model.safetensors``; nothing is fetched and nothing in it is run.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdiff.models.wordpiece import UnknownModel, WordPiece, load_wordpiece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_TYPES = {"F32": "<f4", "F16": "<f2"}
_MARKS = {"bert": ("[CLS]", "[SEP]"), "mpnet": ("<s>", "</s>")}
_EPSILON = {"bert": 1e-12, "mpnet": 1e-5}
# MPNet numbers its positions after that of its padding, which is 1.
_FIRST_POSITION = {"bert": 0, "mpnet": 2}
_MPNET_NAMES = {
    ".attention.attn.q.": ".attention.self.query.",
    ".attention.attn.k.": ".attention.self.key.",
    ".attention.attn.v.": ".attention.self.value.",
    ".attention.attn.o.": ".attention.output.dense.",
    ".attention.LayerNorm.": ".attention.output.LayerNorm.",
}
_KINDS = "embeddings.token_type_embeddings.weight"
_DISTANCES = "encoder.relative_attention_bias.weight"
_FARTHEST = 128


@dataclass(frozen=True, slots=True)
class Bert:
    """A model that is ready.

    ``mean`` tells whether a sentence's vector is the mean of all or that of its first mark, ``first`` the row of the table of
    positions that a text starts at. Weights have the names of BERT, whatever the model.
    """

    weights: "Mapping[str, Floats]"
    tokenizer: WordPiece
    layers: int
    heads: int
    epsilon: float
    mean: bool
    first: int = 0

    def encode(self, texts: Sequence[str]) -> "Floats":
        """Return a vector of length 1 for each text; each is computed alone, so that none depends on its neighbours."""
        import numpy as np

        width = self.weights["embeddings.word_embeddings.weight"].shape[1]
        found = np.zeros((len(texts), width), dtype=np.float32)
        for n, text in enumerate(texts):
            states = self._states(self.tokenizer.ids(text))
            vector = states.mean(axis=0) if self.mean else states[0]
            found[n] = vector / max(float(np.linalg.norm(vector)), 1e-12)
        return found

    def _states(self, ids: Sequence[int]) -> "Floats":
        get = self.weights
        states = (
            get["embeddings.word_embeddings.weight"][list(ids)]
            + get["embeddings.position_embeddings.weight"][self.first : self.first + len(ids)]
        )
        if _KINDS in get:
            states = states + get[_KINDS][0]
        states = self._normed(states, "embeddings.LayerNorm")
        near = self._nearness(len(ids))
        for n in range(self.layers):
            layer = f"encoder.layer.{n}"
            attended = self._linear(self._attention(states, layer, near), f"{layer}.attention.output.dense")
            states = self._normed(attended + states, f"{layer}.attention.output.LayerNorm")
            inner = _gelu(self._linear(states, f"{layer}.intermediate.dense"))
            states = self._normed(self._linear(inner, f"{layer}.output.dense") + states, f"{layer}.output.LayerNorm")
        return states

    def _attention(self, states: "Floats", layer: str, near: "Floats | float") -> "Floats":
        import numpy as np

        length, width = states.shape
        query, key, value = (
            self._linear(states, f"{layer}.attention.self.{name}")
            .reshape(length, self.heads, width // self.heads)
            .transpose(1, 0, 2)
            for name in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(width // self.heads)) + near
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares = scores / scores.sum(axis=-1, keepdims=True)
        joined: Floats = (shares @ value).transpose(1, 0, 2).reshape(length, width)
        return joined

    def _nearness(self, length: int) -> "Floats | float":
        """Return what the distance of two pieces adds to their attention, head by row by column; 0 for a model without it."""
        table = self.weights.get(_DISTANCES)
        if table is None:
            return 0.0
        rows = [[distance_class(other - own, len(table)) for other in range(length)] for own in range(length)]
        found: Floats = table[rows].transpose(2, 0, 1)
        return found

    def _linear(self, states: "Floats", name: str) -> "Floats":
        result: Floats = states @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return result

    def _normed(self, states: "Floats", name: str) -> "Floats":
        import numpy as np

        centred = states - states.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + np.float32(self.epsilon))
        result: Floats = centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return result


def distance_class(distance: int, classes: int) -> int:
    """Return the class of a distance: each near one has its own, those farther off share wider and wider ones.

    The classes are those of Raffel et al., "Exploring the Limits of Transfer Learning" (2020); one half is for what comes
    after.
    """
    half = classes // 2
    exact = half // 2
    steps = abs(distance)
    if steps >= exact:
        wider = math.log(steps / exact) / math.log(_FARTHEST / exact) * (half - exact)
        steps = min(exact + int(wider), half - 1)
    return steps + (half if distance > 0 else 0)


def _gelu(values: "Floats") -> "Floats":
    """Return the Gaussian error linear unit; the error function by Abramowitz and Stegun 7.1.26, to 1.5e-7."""
    import numpy as np

    x = values / np.float32(np.sqrt(2.0))
    t = 1.0 / (1.0 + np.float32(0.3275911) * np.abs(x))
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    error = np.sign(x) * (1.0 - series * np.exp(-x * x))
    result: Floats = (values * 0.5 * (1.0 + error)).astype(np.float32)
    return result


def load_bert(folder: Path) -> Bert:
    """Return the model in a folder; raise UnknownModel where it is of another kind, OSError where a file is missing."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    kind = config.get("model_type")
    if kind not in _MARKS or config.get("hidden_act", "gelu") != "gelu":
        message = f"it is of the kind {kind}; only BERT and MPNet models are read without further packages"
        raise UnknownModel(message)
    limits = [int(config["max_position_embeddings"]) - _FIRST_POSITION[kind]]
    sizes = folder / "sentence_bert_config.json"
    if sizes.is_file():
        limits.append(int(json.loads(sizes.read_text(encoding="utf-8")).get("max_seq_length") or limits[0]))
    pooling = folder / "1_Pooling" / "config.json"
    pooled = json.loads(pooling.read_text(encoding="utf-8")) if pooling.is_file() else {}
    return Bert(
        weights=load_safetensors(folder / "model.safetensors"),
        tokenizer=load_wordpiece(folder / "tokenizer.json", limit=min(limits), marks=_MARKS[kind]),
        layers=int(config["num_hidden_layers"]),
        heads=int(config["num_attention_heads"]),
        epsilon=float(config.get("layer_norm_eps", _EPSILON[kind])),
        mean=bool(pooled.get("pooling_mode_mean_tokens", True)),
        first=_FIRST_POSITION[kind],
    )


def load_safetensors(path: Path) -> "dict[str, Floats]":
    """Read the tensors of a file in the safetensors format: a JSON table of what stands where, then the numbers.

    Names lose a leading ``bert.`` or ``mpnet.``, and those of MPNet become those of BERT for the same part. Raise UnknownModel
    where the file is no such file.
    """
    import numpy as np

    raw = np.memmap(path, dtype=np.uint8, mode="r")
    size = int.from_bytes(raw[:8].tobytes(), "little")
    if size > len(raw) - 8:
        message = f"{path.name} is not in the safetensors format"
        raise UnknownModel(message)
    table: dict[str, Any] = json.loads(raw[8 : 8 + size].tobytes())
    found = {}
    for name, entry in table.items():
        kind = _TYPES.get(entry.get("dtype", ""))
        if kind is None:
            continue
        first, last = entry["data_offsets"]
        numbers = np.frombuffer(raw[8 + size + first : 8 + size + last].tobytes(), dtype=kind)
        found[_name_in_bert(name)] = numbers.reshape(entry["shape"]).astype(np.float32)
    return found


def _name_in_bert(name: str) -> str:
    name = name.removeprefix("bert.").removeprefix("mpnet.")
    for theirs, ours in _MPNET_NAMES.items():
        name = name.replace(theirs, ours)
    return name
