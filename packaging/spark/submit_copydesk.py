"""`spark-submit submit_copydesk.py scan CORPUS -o OUT --engine spark`: what `copydesk` does."""

import sys

from tui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
