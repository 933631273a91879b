"""The settings of the product, read once by an entry point and passed on from there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

BUNDLED_MODEL = "bundled"
NO_READER = "off"


class Settings(BaseSettings):
    """Every setting, with its default. `POLICY_<NAME>` in the environment or in `.env` changes one.

    `embedding_model` is `bundled` (multilingual-e5-small, no network), or any name or folder that
    sentence-transformers can load, or, with `embedding_url` set, a model of that
    OpenAI-compatible server. `reader` is `bundled`, a folder with `reader.onnx` and
    `tokenizer.json`, or `off`. `library` is the folder in which documents are kept that are added
    or changed in the page; by default it lies beside the storage, as `storage-library`. The storage
    can be built anew from files, this folder cannot: back it up.

    `database_url` is the desk's database (accounts, journal, approved answers, queue) as a
    SQLAlchemy URL, `sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/NAME`. By default it has a
    folder of its own: `storage` is swapped as a whole by `python -m ingest --rebuild`, and may be
    deleted and built again from files, while what people wrote cannot. `session_hours` is how long
    a sign-in lasts. After `lockout_failures` wrong passwords for one account, or
    `lockout_failures_of_address` from one address, sign-in is refused for `lockout_minutes`.
    Records of questions are deleted after `retention_days`. With `public_needs_sign_in` the public
    chat, too, is for staff only.
    """

    model_config = SettingsConfigDict(env_prefix="POLICY_", env_file=".env", extra="ignore")

    corpus: Path = Path("corpus")
    storage: Path = Path("storage")
    library: Path | None = None
    models: Path = Path("models")

    embedding_model: str = BUNDLED_MODEL
    embedding_url: str = ""
    embedding_api_key: SecretStr = SecretStr("")
    embedding_precision: Literal["auto", "float32", "bfloat16"] = "auto"

    reader: str = BUNDLED_MODEL

    passage_characters: Annotated[int, Field(ge=20)] = 550
    max_file_megabytes: Annotated[int, Field(ge=1)] = 50

    database_url: SecretStr = SecretStr("sqlite:///desk/desk.sqlite")
    session_hours: Annotated[int, Field(ge=1)] = 12
    lockout_failures: Annotated[int, Field(ge=1)] = 5
    lockout_failures_of_address: Annotated[int, Field(ge=1)] = 30
    lockout_minutes: Annotated[int, Field(ge=1)] = 15
    retention_days: Annotated[int, Field(ge=1)] = 365
    public_needs_sign_in: bool = False

    host: str = "127.0.0.1"
    port: int = 7860

    @property
    def library_folder(self) -> Path:
        """The folder of the document library."""
        return self.library or self.storage.with_name(f"{self.storage.name}-library")

    def on_storage(self, storage: Path | None) -> Self:
        """These settings with another storage folder; as they are for None."""
        return self if storage is None else self.model_copy(update={"storage": storage})
