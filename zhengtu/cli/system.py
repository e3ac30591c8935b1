"""What the operating system complains of, in the user's language."""

from __future__ import annotations

import errno

from zhengtu.language import t

_CHINESE = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "不允许这样做",
    errno.EISDIR: "是文件夹,不是文件",
    errno.ENOTDIR: "不是文件夹",
    errno.EEXIST: "已经存在",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "只读的位置,写不了",
    errno.ENAMETOOLONG: "名称太长",
    errno.EMFILE: "打开的文件太多",
}


def told_by_system(error: OSError) -> str:
    """One line: the file, and what is wrong with it."""
    english = error.strerror or str(error)
    told = t(_CHINESE.get(error.errno or 0, english), english)
    return t(f"{error.filename}:{told}", f"{error.filename}: {told}") if error.filename else told
