"""A segment's file that is cut or overwritten is recognised on opening."""

import struct
from pathlib import Path

import numpy as np
import pytest

from index.arrays import index as arrays_index
from index.arrays.segment_file import FileReader, FileWriter, Spool
from tests.index.arrays.oracle import schema


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with an array written at once, one in pieces, and an empty one."""
    path = tmp_path / "file"
    with path.open("wb") as stream:
        writer = FileWriter(stream)
        writer.array("bytes", np.arange(3, dtype=np.uint8))
        spool = Spool("u2", tmp_path)
        for start in range(0, 3_000_000, 500_000):
            spool.append(np.arange(start, start + 500_000) % 65_536)
        writer.spool("pieces", spool)
        writer.array("none", np.empty(0, np.uint32))
        writer.meta["about"] = "été"
        writer.finish()
    return path


def test_arrays_come_back(file: Path) -> None:
    with file.open("rb") as stream:
        reader = FileReader(stream)
    file.unlink()
    assert reader.array("bytes").tolist() == [0, 1, 2]
    assert np.array_equal(reader.array("pieces"), np.arange(3_000_000) % 65_536)
    assert not len(reader.array("none"))
    assert reader.meta["about"] == "été"
    assert "other" not in reader


@pytest.mark.parametrize("left", [0, 10, 31, 32, 4_000, -1])
def test_a_file_cut_short_is_refused(file: Path, left: int) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:left])
    with file.open("rb") as stream, pytest.raises(ValueError, match="cut"):
        FileReader(stream)


@pytest.mark.parametrize("place", [0, 9, 13, 17, 25, -20])
def test_a_file_overwritten_is_refused(file: Path, place: int) -> None:
    data = bytearray(file.read_bytes())
    data[place] ^= 0x41
    file.write_bytes(data)
    with file.open("rb") as stream, pytest.raises(ValueError, match="file"):
        FileReader(stream)


def test_every_cut_of_an_index_is_refused(tmp_path: Path) -> None:
    index = arrays_index.create(tmp_path, schema())
    writer = index.writer()
    writer.add_document(article="a", text=["eau"] * 300, source="S")
    writer.commit()
    (segment,) = tmp_path.glob("*.arrays")
    data = segment.read_bytes()
    for left in range(0, len(data), 41):
        segment.write_bytes(data[:left])
        with pytest.raises((ValueError, OSError, struct.error)):
            arrays_index.open_index(tmp_path).searcher()
    segment.write_bytes(data)
    with arrays_index.open_index(tmp_path).searcher() as searcher:
        assert searcher.doc_frequency("text", "eau") == 1
