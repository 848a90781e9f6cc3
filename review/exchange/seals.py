"""By its seal a desk knows a line again that it, or a desk with the same key, has written.

Who brings a line in may have written it themselves. A record of what others decided counts only
where the seal shows that it really was so.
"""

import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SEAL = "seal"


def sealed(line: Mapping[str, Any]) -> dict[str, Any]:
    return {**line, SEAL: _seal(line)}


def is_sealed(line: Mapping[str, Any]) -> bool:
    """Say whether the line is as a desk with our key has written it."""
    without = {name: value for name, value in line.items() if name != SEAL}
    return constant_time_compare(str(line.get(SEAL, "")), _seal(without))


def in_json(line: Mapping[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _seal(line: Mapping[str, Any]) -> str:
    return salted_hmac(
        "review.exchange.seals", in_json(line), secret=settings.EXCHANGE_KEY, algorithm="sha256"
    ).hexdigest()
