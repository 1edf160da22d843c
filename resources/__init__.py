"""Data that fastmap ships: catalogue, texts, translations, templates, sample. Read with `importlib.resources`."""
