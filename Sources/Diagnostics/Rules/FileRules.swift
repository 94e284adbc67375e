/// Rules about files as such.
extension Rule {
    package static let fileUnreadable = Rule(
        "file/unreadable", .error,
        zh: "文件必须能够读取。", en: "Files must be readable.")
    package static let fileMissing = Rule(
        "file/missing", .error,
        zh: "引用的文件必须存在。", en: "A referenced file must exist.")
}
