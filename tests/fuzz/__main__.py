"""`make fuzz`: read ruined files of every format by minutes."""

import argparse
import secrets
import sys

from tests.fuzz.running import run


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    seed = secrets.randbelow(10**9) if asked.seed is None else asked.seed
    sys.stdout.write(f"seed {seed}, {asked.minutes:g} minutes\n")
    sys.stdout.flush()
    report = run(60 * asked.minutes, seed)
    sys.stdout.write(
        f"{report.inputs} inputs: {report.drafts} drafts, {report.refused} refused, "
        f"slowest {report.slowest:.1f} s, {len(report.failures)} failures\n"
    )
    for failure in report.failures:
        sys.stdout.write(f"\n{failure.keep(seed)}\n{failure.why}\n")
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
