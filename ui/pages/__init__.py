"""The eight steps. `page` says how a page is written, `registry` lists them; each page is a module of its own."""
