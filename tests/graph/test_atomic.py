"""Files appear whole or not at all, and what a person put in their place stays what it is."""

import errno
import os
import stat
import threading

import pytest

from graph.atomic import replacing


def write(path, data):
    with replacing(path) as out:
        out.write(data)


def test_a_failed_write_leaves_the_older_file(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(KeyError), replacing(tmp_path / "a") as out:
        out.write(b"half")
        raise KeyError
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_its_target_is_written(tmp_path, there):
    target = tmp_path / "elsewhere" / "real"
    target.parent.mkdir()
    if there:
        target.write_bytes(b"old")
    (tmp_path / "link").symlink_to(target)
    write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert target.read_bytes() == b"new"
    assert [p.name for p in target.parent.iterdir()] == ["real"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_is_written_into(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    got = []
    reader = threading.Thread(target=lambda: got.append(fifo.read_bytes()), daemon=True)
    reader.start()
    write(fifo, b"data")
    reader.join(10)
    assert got == [b"data"]
    assert stat.S_ISFIFO(fifo.stat().st_mode)


def test_an_error_names_the_file_as_it_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    for place in ("nowhere/a.csv", "folder"):
        with pytest.raises(OSError) as caught:
            write(tmp_path.__class__(place), b"x")
        assert caught.value.filename == place


def test_a_full_disk_is_told_of_the_file(tmp_path):
    with pytest.raises(OSError) as caught, replacing(tmp_path / "a.csv"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert caught.value.filename == str(tmp_path / "a.csv")
    assert caught.value.errno == errno.ENOSPC
    assert not list(tmp_path.iterdir())


def test_another_files_error_is_left_as_it_is(tmp_path):
    with pytest.raises(FileNotFoundError) as caught, replacing(tmp_path / "a.csv"):
        (tmp_path / "source").read_bytes()
    assert caught.value.filename == str(tmp_path / "source")


def test_a_long_chinese_name_has_room(tmp_path):
    write(tmp_path / ("长" * 80 + ".csv"), b"x")
    assert len(list(tmp_path.iterdir())) == 1
