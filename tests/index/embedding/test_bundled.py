"""The built-in model at work: the real one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from index.embedding.bundled import FEW_PASSAGES, BundledEmbedder
from index.embedding.onnx_encoder import OnnxEncoder
from index.embedding.sentence_transformer import SentenceTransformerEmbedder

PASSAGES = [
    "武汉市促进人工智能产业发展若干政策措施\n每年安排总额不低于1000万元的算力服务券。",
    "短句。",
    "申请条件：（一）在本市注册；（二）无重大违法记录；（三）R&D spending 不低于5%。" * 6,
]


@pytest.fixture(scope="module")
def encoder(built_model: Path) -> OnnxEncoder:
    return OnnxEncoder(built_model)


@pytest.fixture(scope="module")
def by_torch(built_model: Path) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(str(built_model), precision="float32")


@pytest.fixture(scope="module")
def bundled(built_model: Path) -> BundledEmbedder:
    return BundledEmbedder(built_model, "bundled", "float32")


@pytest.fixture(scope="module")
def tokenizer(built_model: Path) -> Tokenizer:
    return Tokenizer.from_file(str(built_model / "tokenizer.json"))


def test_both_engines_agree(encoder: OnnxEncoder, by_torch: SentenceTransformerEmbedder) -> None:
    by_onnx = encoder.encode([f"passage: {text}" for text in PASSAGES])
    cosines = (by_onnx * by_torch.embed_passages(PASSAGES)).sum(axis=1)
    assert cosines.min() > 0.9999
    question = "每年安排多少算力服务券？"
    (vector,) = encoder.encode([f"query: {question}"])
    assert float(vector @ by_torch.embed_query(question)) > 0.9999


def test_a_vector_does_not_depend_on_what_is_encoded_beside_it(encoder: OnnxEncoder) -> None:
    together = encoder.encode(PASSAGES)
    alone = np.concatenate([encoder.encode([text]) for text in PASSAGES])
    np.testing.assert_allclose(together, alone, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1.0, rtol=1e-5)


def test_more_texts_than_one_batch_keep_their_order(encoder: OnnxEncoder) -> None:
    texts = [f"第{n}条" for n in range(11)]
    np.testing.assert_allclose(
        encoder.encode(texts)[[3, 9]], encoder.encode([texts[3], texts[9]]), atol=1e-5
    )


def test_questions_and_passages_get_their_own_prefix(
    bundled: BundledEmbedder, encoder: OnnxEncoder
) -> None:
    text = "算力服务券"
    as_query, as_passage = encoder.encode([f"query: {text}", f"passage: {text}"])
    np.testing.assert_allclose(bundled.embed_query(text), as_query, atol=1e-5)
    np.testing.assert_allclose(bundled.embed_passages([text])[0], as_passage, atol=1e-5)
    assert float(as_query @ as_passage) < 0.999


def test_many_passages_take_the_other_engine_to_the_same_vectors(
    bundled: BundledEmbedder, encoder: OnnxEncoder
) -> None:
    texts = [f"第{n}条" for n in range(FEW_PASSAGES + 1)]
    vectors = bundled.embed_passages(texts)
    assert vectors.shape == (FEW_PASSAGES + 1, 384)
    expected = encoder.encode([f"passage: {text}" for text in texts[-5:]])
    assert (vectors[-5:] * expected).sum(axis=1).min() > 0.9999


def test_the_fast_precision_stays_close(built_model: Path, encoder: OnnxEncoder) -> None:
    fast = SentenceTransformerEmbedder(str(built_model), precision="bfloat16")
    exact = encoder.encode([f"passage: {text}" for text in PASSAGES])
    assert (fast.embed_passages(PASSAGES) * exact).sum(axis=1).min() > 0.999


def test_it_finds_what_is_meant_not_only_what_is_written(bundled: BundledEmbedder) -> None:
    answers = ["青年人才每月发放住房租金补助。", "对采购云主机、GPU 的企业给予算力补助。"]
    vectors = bundled.embed_passages(answers)
    assert np.argmax(vectors @ bundled.embed_query("年轻人租房子有补贴吗")) == 0
    assert np.argmax(vectors @ bundled.embed_query("subsidies for renting GPU servers")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "每年安排总额不低于1000万元的算力服务券",
        "按50%补助,最高20万元",
        "武政规〔2025〕3号",
        "自2025年3月19日起施行,有效期2年",
        "computing voucher application deadline",
    ],
)
def test_the_trimmed_vocabulary_still_spells_policy_text(tokenizer: Tokenizer, text: str) -> None:
    encoding = tokenizer.encode(text)
    assert tokenizer.token_to_id("<unk>") not in encoding.ids
    assert tokenizer.decode(encoding.ids) == text
    assert encoding.tokens[0] == "<s>"
    assert encoding.tokens[-1] == "</s>"


def test_characters_that_nobody_writes_do_not_stop_it(
    tokenizer: Tokenizer, encoder: OnnxEncoder
) -> None:
    assert tokenizer.token_to_id("<unk>") in tokenizer.encode("龘靐齉爩").ids
    assert encoder.encode(["龘靐齉爩"]).shape == (1, 384)


def test_full_width_figures_are_the_same_tokens(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("１０００万元").ids == tokenizer.encode("1000万元").ids


def test_an_amount_is_not_blurred_into_another(tokenizer: Tokenizer) -> None:
    amounts = ["300万元", "500万元", "3000万元", "30万元"]
    assert len({tuple(tokenizer.encode(amount).ids) for amount in amounts}) == len(amounts)


def test_long_texts_are_cut_not_refused(encoder: OnnxEncoder) -> None:
    assert encoder.encode(["补助" * 3000]).shape == (1, 384)


def test_one_question_does_not_load_torch(built_model: Path) -> None:
    script = (
        "import json, sys; from pathlib import Path\n"
        "from index.embedding.bundled import BundledEmbedder\n"
        f"BundledEmbedder(Path({str(built_model)!r}), 'b').embed_query('算力')\n"
        "print(json.dumps([m for m in ('torch', 'sentence_transformers') if m in sys.modules]))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert json.loads(done.stdout) == []
