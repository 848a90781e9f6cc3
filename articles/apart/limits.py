"""What a reader may use."""

from typing import NamedTuple


class Limits(NamedTuple):
    memory: int
    """Bytes of address space."""
    seconds: float
    """Of the processor, for one file or one part of a bundle."""
    wall_seconds: float
