"""What the operating system complains of, in the user's language."""

from __future__ import annotations

import errno

from zhengtu.language import t

#: what is wrong in Chinese, and what to do about it
_TOLD = {
    errno.ENOENT: ("没有这个文件或文件夹", "请核对路径", "check the path"),
    errno.EACCES: ("没有权限", "请检查权限,或换一个位置", "check its permissions, or name another place"),
    errno.EPERM: ("不允许这样做", "请检查权限,或换一个位置", "check its permissions, or name another place"),
    errno.EISDIR: ("是文件夹,不是文件", "请给出文件名", "name a file"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "请核对路径", "check the path"),
    errno.EEXIST: ("已经存在", "请换一个名称", "choose another name"),
    errno.ENOSPC: ("磁盘已满", "请腾出空间,或换一个位置", "free some space, or name another place"),
    errno.EROFS: ("只读的位置,写不了", "请换一个位置", "name another place"),
    errno.ENAMETOOLONG: ("名称太长", "请缩短", "shorten it"),
    errno.EMFILE: ("打开的文件太多", "请分批处理", "work in smaller batches"),
}


def told_by_system(error: OSError) -> str:
    """One line: the file, what is wrong with it, and what to do."""
    english = error.strerror or str(error)
    zh, advice, en = _TOLD.get(
        error.errno or 0, (english, "请检查路径和权限", "check the path and permissions")
    )
    told = t(f"{zh};{advice}", f"{english}; {en}")
    return t(f"{error.filename}:{told}", f"{error.filename}: {told}") if error.filename else told
