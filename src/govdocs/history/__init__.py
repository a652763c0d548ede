"""What git knows of the records."""

import os

# Without this, importing the library would end the program where git is not installed.
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
