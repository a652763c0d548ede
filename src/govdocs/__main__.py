"""`python -m govdocs`, where the command itself is not on the path."""

import sys

from govdocs.cli.main import main

sys.exit(main())
