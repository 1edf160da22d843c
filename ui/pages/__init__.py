"""The eight steps. `page` says how a page is written, `registry` lists them; each page is a module of its own.

The files of a step begin with its key. ``<key>.py`` puts its parts together; a part is a view (``…_view``, ``…_panel``,
``…_card``, or named after what it shows), a desk or work that asks, runs and tells (``…_desk``, ``…_work``), rows and
words that are read from the state, or a presenter that makes one named change of each intention.
"""
