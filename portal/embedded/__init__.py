"""Real servers for the demo and the tests: PostgreSQL and Redis out of Python wheels.

    from portal import embedded

    embedded.addresses(folder)  # where they would answer; starts nothing
    embedded.ensure(folder)     # they answer, and go on answering while this process lives

Every process that needs the servers holds a shared `flock` on a file in the data folder. A small
keeper process starts them, and stops them when it can take that lock for itself: when the last
holder is gone, however it went. The data folder belongs to the servers alone.

Nothing here imports Django, except the database backend in `portal.embedded.postgresql`.
"""

from .errors import EmbeddedError
from .holding import ensure, stop
from .places import Servers, addresses

__all__ = ["EmbeddedError", "Servers", "addresses", "ensure", "stop"]
