"""Everything the method knows before anybody answers: typology, practices, steps, rules, code lists, texts.

`definitions` says what a catalogue holds, `reading` reads `resources/catalogue/*.toml` and reports every mistake with
file, table and key. Texts in people's languages come as `fastmap.texts.Texts`.
"""
