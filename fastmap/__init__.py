"""fastmap: the domain of a fast mapping, free of windows and file formats of others.

Start reading at `fastmap.pipeline.run`: the one place where the order of the work reads from top to bottom.
"""

__version__ = "0.1.0"
