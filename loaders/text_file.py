"""A plain text file becomes raw text."""

from __future__ import annotations

from loaders.decoding import Decoded, decode
from loaders.refusal import no_text


def read_text(data: bytes, name: str) -> Decoded:
    """Decodes a text file.

    Args:
        data: its bytes.
        name: for the error message.

    Raises:
        InputError: the bytes are no text.
    """
    decoded = decode(data)
    if decoded is None:
        raise no_text(name)
    return decoded
