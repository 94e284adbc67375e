/// What a build put into its output folder, kept in the folder itself: the mark that the folder is ours, and the list of
/// its files. What is not on the list was put there by somebody else, and is not ours to remove.
package struct OutputRecord: Sendable, Equatable {
    /// The file's name.
    package static let fileName = ".showcase-output"

    private static let notice =
        "This folder is written by showcase and replaced as a whole. 本文件夹由 showcase 生成，每次整体替换。"

    /// What the first line ends with where the build shows what is not public, or is not to be remembered.
    private static let trialMark = " [trial]"

    /// The files of the build, without the record itself; `nil` when the record does not say.
    package let paths: Set<String>?
    /// Whether what the build shows is not what is public: drafts, or another day.
    package let isTrial: Bool

    init(paths: Set<String>?, isTrial: Bool = false) {
        self.paths = paths
        self.isTrial = isTrial
    }

    /// Reads a record: a line for people, then a path a line.
    package init(_ bytes: [UInt8]) {
        let all = bytes.split(separator: UInt8(ascii: "\n"))
        let lines = all.dropFirst()
        paths = lines.isEmpty ? nil : Set(lines.map { String(decoding: $0, as: UTF8.self) })
        isTrial = all.first?.suffix(Self.trialMark.utf8.count).elementsEqual(Self.trialMark.utf8) ?? false
    }

    var bytes: [UInt8] {
        var bytes = Array((Self.notice + (isTrial ? Self.trialMark : "") + "\n").utf8)
        let sorted = (paths ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for path in sorted { bytes += Array(path.utf8) + [UInt8(ascii: "\n")] }
        return bytes
    }

    /// The folders of the files.
    var folders: Set<String> {
        var folders: Set<String> = []
        for path in paths ?? [] {
            var end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
            // The folders above one that is known are known.
            while let slash = end, folders.insert(String(path[..<slash])).inserted {
                end = path[..<slash].utf8.lastIndex(of: UInt8(ascii: "/"))
            }
        }
        return folders
    }
}
