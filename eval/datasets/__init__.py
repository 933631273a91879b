"""Reads question sets: our own folders, SQuAD-style JSON, CSV and Excel lists."""

from eval.datasets.errors import DatasetError
from eval.datasets.read import read_dataset

__all__ = ["DatasetError", "read_dataset"]
