"""Run ``python -m claimdiff``; the same as the command ``claimdiff``."""

import os
import sys

# Nothing of ours is a pydantic plugin, and looking for them reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        from claimdiff._version import __version__

        sys.stdout.write(f"claimdiff {__version__}\n")
        return
    from claimdiff.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
