"""From what is typed to what is looked for.

`parser` reads a query as a tree (`tree`), without knowing the library; `planner` makes of the
tree, with what the library knows (`words`), a `plan`; from the plan come both the index's query
(`whoosh_query`) and the marks in a text (`spans`), so that what is lit is what was found.
`help` is the grammar as a table, for the documentation and the app.
"""
