"""Run ``python -m claimdiff``; the same as the command ``claimdiff``."""

from claimdiff.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
