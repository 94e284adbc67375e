/// Rules about files as such.
extension Rule {
    package static let fileUnreadable = Rule(
        "file/unreadable", .error,
        zh: "文件必须能够读取，编码必须正确。", en: "Files must be readable and rightly encoded.")
    package static let fileMissing = Rule(
        "file/missing", .error,
        zh: "引用的文件必须存在。", en: "A referenced file must exist.")
    package static let fileSymbolicLink = Rule(
        "file/symbolic-link", .error,
        zh: "站点中不得有符号链接。", en: "A site must not hold symbolic links.")
    package static let fileTooLarge = Rule(
        "file/too-large", .error,
        zh: "页面不得超过 256 KiB，元数据不得超过 64 KiB。", en: "A page is at most 256 KiB, its front matter 64 KiB.")
    package static let fileName = Rule(
        "file/name", .error,
        zh: "用作网址的文件名只能有小写字母、数字和 -。", en: "A file name that becomes an address has only a-z, 0-9 and -.")
    package static let fileMisplaced = Rule(
        "file/misplaced", .error,
        zh: "文件必须放在它的种类所在的位置。", en: "A file must be where its kind belongs.")
}
