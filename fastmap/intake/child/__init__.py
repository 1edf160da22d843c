"""The child process that opens files from outside: whatever a hostile file does stays in it.

`safe_reading` starts it and speaks with it. Besides itself this package imports nothing of fastmap, so that a start is
short; all of it is loaded before the process gives up opening files. Start reading at `process.main`, which says how
the two speak, then `contents.read`.
"""
