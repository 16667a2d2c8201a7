"""Whole or not there."""

import pytest

from trainer.checkpoints import prune_checkpoints
from trainer.failures import describe_failure
from trainer.files import new_folder, pack_folders, sha256_file, unpack_folders, write_whole


def test_a_folder_that_fails_half_way_is_not_there(tmp_path):
    with pytest.raises(OSError, match="full"), new_folder(tmp_path / "adapter") as folder:
        (folder / "weights").write_bytes(b"half")
        raise OSError(28, "full")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_replacement_keeps_the_old_folder(tmp_path):
    for content in (b"old", None):
        try:
            with new_folder(tmp_path / "adapter") as folder:
                if content is None:
                    raise OSError(28, "full")
                (folder / "weights").write_bytes(content)
        except OSError:
            pass
    assert (tmp_path / "adapter" / "weights").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["adapter"]


def test_a_replaced_folder_has_no_old_files(tmp_path):
    for name in ("first", "second"):
        with new_folder(tmp_path / "adapter") as folder:
            (folder / name).write_text("x")
    assert [path.name for path in (tmp_path / "adapter").iterdir()] == ["second"]


def test_the_archive_depends_on_contents_alone(tmp_path):
    hashes = set()
    for order in (("a", "b"), ("b", "a")):
        root = tmp_path / "-".join(order) / "adapter"
        root.mkdir(parents=True)
        for name in order:
            (root / name).write_text(name)
        pack_folders([root], tmp_path / "x.tar")
        hashes.add(sha256_file(tmp_path / "x.tar"))
    assert len(hashes) == 1
    unpack_folders(tmp_path / "x.tar", tmp_path / "unpacked")
    assert (tmp_path / "unpacked" / "adapter" / "a").read_text() == "a"


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "state.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in tmp_path.iterdir()] == ["state.json"]


def test_the_best_checkpoint_is_kept_for_ever(tmp_path):
    for step in (3, 6, 9, 12):
        (tmp_path / f"checkpoint-{step}").mkdir()
    prune_checkpoints(tmp_path, 2, tmp_path / "checkpoint-3")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checkpoint-12", "checkpoint-3", "checkpoint-9"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(28, "x"), "disk_full"),
        (OSError(122, "x"), "disk_full"),
        (RuntimeError("Error while serializing: I/O error: No space left on device (os error 28)"), "disk_full"),
        (RuntimeError("CUDA out of memory. Tried to allocate 2 GiB"), "out_of_memory"),
        (MemoryError(), "out_of_memory"),
        (RuntimeError("shape mismatch"), "other"),
        (FileNotFoundError(2, "x"), "other"),
    ],
)
def test_faults_have_names(error, code):
    failure = describe_failure(error)
    assert failure.code == code
    assert failure.hint


def test_the_cause_behind_an_error_is_seen():
    try:
        try:
            raise OSError(28, "x")
        except OSError as cause:
            raise RuntimeError("could not save") from cause
    except RuntimeError as error:
        assert describe_failure(error).code == "disk_full"
