"""What no answer may show: a line of our stack, the name of a driver's error, a path of a package."""
import re

import schemathesis

INSIDES = re.compile(rb"\bat .*\.(?:ts|js):\d|node_modules|MongoServerError|MongoNetworkError|ZodError")


@schemathesis.check
def no_insides(ctx, response, case):
    found = INSIDES.search(response.content or b"")
    if found:
        raise AssertionError(f"The answer shows our insides: {found.group(0)[:80]!r}")
