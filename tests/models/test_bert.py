"""The encoder against a plain computation, number by number, of a tiny model that the test makes."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from claimdiff.models.bert import distance_class, load_bert, load_safetensors
from claimdiff.models.vectors import load_vectors
from claimdiff.models.wordpiece import UnknownModel, WordPiece

WIDTH, INNER, HEADS = 4, 6, 2
VOCABULARY = {w: n for n, w in enumerate("[PAD] [UNK] [CLS] [SEP] truce cease ##fire e , 日 ##s <s> </s>".split())}
MPNET_NAMES = {
    "attention.self.query": "attention.attn.q",
    "attention.self.key": "attention.attn.k",
    "attention.self.value": "attention.attn.v",
    "attention.output.dense": "attention.attn.o",
    "attention.output.LayerNorm": "attention.LayerNorm",
}
# The classes of the distances -7 to 7, of eight: 0 to 3 for the piece itself and those before it, 4 to 7 for those after it.
# Distances of 0 and 1 have their own, those of 2 to 15 share one.
DISTANCES = [2, 2, 2, 2, 2, 2, 1, 0, 5, 6, 6, 6, 6, 6, 6]


def save(folder: Path, *, mean: bool = True, **config: str) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(7)
    shapes = {
        "embeddings.word_embeddings.weight": (len(VOCABULARY), WIDTH),
        "embeddings.position_embeddings.weight": (8, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
        "embeddings.LayerNorm.weight": (WIDTH,),
        "embeddings.LayerNorm.bias": (WIDTH,),
    }
    layer = "encoder.layer.0"
    for name, (out, into) in {
        "attention.self.query": (WIDTH, WIDTH),
        "attention.self.key": (WIDTH, WIDTH),
        "attention.self.value": (WIDTH, WIDTH),
        "attention.output.dense": (WIDTH, WIDTH),
        "intermediate.dense": (INNER, WIDTH),
        "output.dense": (WIDTH, INNER),
    }.items():
        shapes[f"{layer}.{name}.weight"] = (out, into)
        shapes[f"{layer}.{name}.bias"] = (out,)
    for name in ("attention.output.LayerNorm", "output.LayerNorm"):
        shapes[f"{layer}.{name}.weight"] = (WIDTH,)
        shapes[f"{layer}.{name}.bias"] = (WIDTH,)
    mpnet = config.get("model_type") == "mpnet"
    if mpnet:
        del shapes["embeddings.token_type_embeddings.weight"]
        shapes["embeddings.position_embeddings.weight"] = (10, WIDTH)
        shapes["encoder.relative_attention_bias.weight"] = (8, HEADS)
    weights = {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    table: dict[str, object] = {
        "__metadata__": {"format": "pt"},
        "bert.ids": {"dtype": "I64", "shape": [0], "data_offsets": [0, 0]},
    }
    raw = b""
    for name, values in weights.items():
        table[named_by_mpnet(name) if mpnet else f"bert.{name}"] = {
            "dtype": "F32",
            "shape": list(values.shape),
            "data_offsets": [len(raw), len(raw) + values.nbytes],
        }
        raw += values.tobytes()
    head = json.dumps(table).encode()
    folder.mkdir(exist_ok=True)
    (folder / "model.safetensors").write_bytes(len(head).to_bytes(8, "little") + head + raw)
    settings = {
        "model_type": "bert",
        "num_hidden_layers": 1,
        "num_attention_heads": HEADS,
        "max_position_embeddings": 10 if mpnet else 8,
        "layer_norm_eps": 1e-12,
    }
    (folder / "config.json").write_text(json.dumps(settings | config))
    (folder / "tokenizer.json").write_text(
        json.dumps({"normalizer": {"lowercase": True}, "model": {"type": "WordPiece", "vocab": VOCABULARY}})
    )
    (folder / "1_Pooling").mkdir(exist_ok=True)
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_mean_tokens": mean}))
    (folder / "sentence_bert_config.json").write_text('{"max_seq_length": 5}')
    return weights


def named_by_mpnet(name: str) -> str:
    for ours, theirs in MPNET_NAMES.items():
        name = name.replace(f"{ours}.", f"{theirs}.")
    return f"mpnet.{name}"


def plainly(w: dict[str, np.ndarray], ids: list[int], *, mean: bool) -> list[float]:
    """Compute the sentence's vector with loops over plain numbers."""

    def linear(x: list[float], name: str) -> list[float]:
        return [
            sum(a * float(b) for a, b in zip(x, row, strict=True)) + float(c)
            for row, c in zip(w[f"{name}.weight"], w[f"{name}.bias"], strict=True)
        ]

    def norm(x: list[float], name: str) -> list[float]:
        m = sum(x) / len(x)
        d = math.sqrt(sum((v - m) ** 2 for v in x) / len(x) + 1e-12)
        return [
            (v - m) / d * float(g) + float(b) for v, g, b in zip(x, w[f"{name}.weight"], w[f"{name}.bias"], strict=True)
        ]

    base = "embeddings"
    near = w.get("encoder.relative_attention_bias.weight")
    first = 0 if near is None else 2
    states = [
        norm(
            [
                float(w[f"{base}.word_embeddings.weight"][i][k] + w[f"{base}.position_embeddings.weight"][p + first][k]
                      + (0.0 if first else w[f"{base}.token_type_embeddings.weight"][0][k]))
                for k in range(WIDTH)
            ],
            f"{base}.LayerNorm",
        )
        for p, i in enumerate(ids)
    ]  # fmt: skip
    layer = "encoder.layer.0"
    q, k, v = ([linear(s, f"{layer}.attention.self.{n}") for s in states] for n in ("query", "key", "value"))
    size = WIDTH // HEADS
    joined = []
    for i in range(len(states)):
        row: list[float] = []
        for h in range(HEADS):
            part = range(h * size, (h + 1) * size)
            by_distance = [0.0 if near is None else float(near[DISTANCES[j - i + 7]][h]) for j in range(len(states))]
            odds = [
                math.exp(sum(q[i][c] * k[j][c] for c in part) / math.sqrt(size) + by_distance[j])
                for j in range(len(states))
            ]
            row += [sum(o * v[j][c] for j, o in enumerate(odds)) / sum(odds) for c in part]
        joined.append(row)
    out = []
    for s, row in zip(states, joined, strict=True):
        a = norm([x + y for x, y in zip(linear(row, f"{layer}.attention.output.dense"), s, strict=True)],
                 f"{layer}.attention.output.LayerNorm")  # fmt: skip
        inner = [x * 0.5 * (1 + math.erf(x / math.sqrt(2))) for x in linear(a, f"{layer}.intermediate.dense")]
        out.append(norm([x + y for x, y in zip(linear(inner, f"{layer}.output.dense"), a, strict=True)],
                        f"{layer}.output.LayerNorm"))  # fmt: skip
    vector = [sum(row[c] for row in out) / len(out) for c in range(WIDTH)] if mean else out[0]
    length = math.sqrt(sum(x * x for x in vector))
    return [x / length for x in vector]


@pytest.mark.parametrize("mean", [True, False])
def test_encode__tiny_model__as_computed_plainly(tmp_path: Path, mean: bool) -> None:
    weights = save(tmp_path, mean=mean)
    found = load_bert(tmp_path).encode(["Truce, ceasefire", ""])
    assert found[0].tolist() == pytest.approx(plainly(weights, [2, 4, 8, 5, 3], mean=mean), abs=1e-5)
    assert found[1].tolist() == pytest.approx(plainly(weights, [2, 3], mean=mean), abs=1e-5)


def test_encode__tiny_mpnet__as_computed_plainly(tmp_path: Path) -> None:
    weights = save(tmp_path, model_type="mpnet")
    (tmp_path / "sentence_bert_config.json").unlink()
    found = load_bert(tmp_path).encode(["Truce, ceasefire", "truce " * 20])
    assert found[0].tolist() == pytest.approx(plainly(weights, [11, 4, 8, 5, 6, 12], mean=True), abs=1e-5)
    assert found[1].tolist() == pytest.approx(plainly(weights, [11, *[4] * 6, 12], mean=True), abs=1e-5)


@pytest.mark.parametrize(
    ("distance", "kind"), [(-200, 15), (-64, 14), (-8, 8), (-7, 7), (0, 0), (1, 17), (8, 24), (200, 31)]
)
def test_distance_class__of_32__near_ones_apart_far_ones_together(distance: int, kind: int) -> None:
    assert distance_class(distance, 32) == kind


def test_load_vectors__folder__vectors_by_the_folders_name(tmp_path: Path) -> None:
    save(tmp_path / "tiny")
    vectors = load_vectors(tmp_path / "tiny")
    assert vectors.name == "tiny"
    assert np.linalg.norm(vectors.of(["Truce"]), axis=1).tolist() == pytest.approx([1.0])


def test_load_bert__no_further_settings__mean_of_all(tmp_path: Path) -> None:
    weights = save(tmp_path)
    (tmp_path / "sentence_bert_config.json").unlink()
    (tmp_path / "1_Pooling" / "config.json").unlink()
    found = load_bert(tmp_path).encode(["truce " * 20])
    assert found[0].tolist() == pytest.approx(plainly(weights, [2, *[4] * 6, 3], mean=True), abs=1e-5)


@pytest.mark.parametrize("config", [{"model_type": "gpt"}, {"hidden_act": "relu"}])
def test_load_bert__another_kind__refused(tmp_path: Path, config: dict[str, str]) -> None:
    save(tmp_path, mean=True, **config)
    with pytest.raises(UnknownModel):
        load_bert(tmp_path)


def test_load_bert__another_tokenizer__refused(tmp_path: Path) -> None:
    save(tmp_path)
    (tmp_path / "tokenizer.json").write_text('{"model": {"type": "Unigram"}}')
    with pytest.raises(UnknownModel, match="of the kind Unigram"):
        load_bert(tmp_path)


def test_load_safetensors__no_such_file__refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\xff" * 20)
    with pytest.raises(UnknownModel, match="not in the safetensors format"):
        load_safetensors(tmp_path / "x")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Truce", ["truce"]),
        ("ceasefires", ["cease", "##fire", "##s"]),
        ("É, 日", ["e", ",", "日"]),
        ("peace", ["[UNK]"]),
        ("x" * 101, ["[UNK]"]),
        ("tru\u0000ce\u200b", ["truce"]),
    ],
)
def test_ids__words__cut_greedily(text: str, pieces: list[str]) -> None:
    tokenizer = WordPiece(VOCABULARY, lower=True, limit=64)
    assert tokenizer.ids(text) == [VOCABULARY[p] for p in ["[CLS]", *pieces, "[SEP]"]]


def test_ids__case_counts__kept() -> None:
    assert WordPiece(VOCABULARY, lower=False, limit=64).ids("Truce") == [2, 1, 3]
