"""What names and quotations each passage holds, as an index beside that of the text.

The two are joined by (key, start), not by (key, number): `Passage.number` is its first paragraph's,
which the passages of one long paragraph share. The text index has both `start` and `number`.
"""
