"""`python -m wizard COMMAND`."""

from .cli import main

raise SystemExit(main())
