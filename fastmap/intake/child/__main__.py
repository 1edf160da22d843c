"""Start of the child process, run as a script by `fastmap.intake.safe_reading`."""

import sys
from pathlib import Path

if __name__ == "__main__":
    # The folder that holds this very fastmap, wherever it is installed.
    sys.path.insert(0, str(Path(__file__).parents[3]))
    from fastmap.intake.child.process import main

    main()
