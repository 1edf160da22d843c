"""What `dev.py` sets fastmap up with: the environment, what the system must bring, and the lock; nothing but a Python.

Only syntax of Python 3.6 here, and types in quotes: an older Python must get as far as the sentence of `dev.py` that says
what it lacks. typing, subprocess, ctypes and others are imported where they are used: a start with nothing to set up stays
short. Start reading at `environment.ready_environment`.
"""
