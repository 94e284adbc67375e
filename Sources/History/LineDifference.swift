import CGit2

/// The lines that differ between two texts.
package enum LineDifference {
    /// Lines with `-` for those that go, `+` for those that come, and a space for one line around them; `@@` before each part
    /// with the numbers of its lines.
    package static func lines(from old: String, to new: String) -> [String] {
        guard HistoryStore.isLibraryReady else { return [] }
        var old = old
        var new = new
        var options = git_diff_options()
        git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
        options.context_lines = 1
        options.flags = GIT_DIFF_FORCE_TEXT.rawValue
        // The patch points into both texts: they are held until it is written out.
        let bytes = old.withUTF8 { old in
            new.withUTF8 { new in
                var patch: OpaquePointer?
                let result = git_patch_from_buffers(
                    &patch, old.baseAddress, old.count, nil, new.baseAddress, new.count, nil, &options)
                return result == 0 ? patch.map(written) ?? [] : []
            }
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
        // What stands before the first part names files, which are none here.
        return lines.drop { !$0.hasPrefix(partMark) }.map { $0.hasPrefix(partMark) ? withoutHeading($0) : $0 }
    }

    /// The text of a patch, which is freed. With both texts in memory the library has nothing to fail at but memory itself.
    private static func written(_ patch: OpaquePointer) -> [UInt8] {
        defer { git_patch_free(patch) }
        var buffer = git_buf()
        guard git_patch_to_buf(&buffer, patch) == 0 else { return [] }
        defer { git_buf_dispose(&buffer) }
        return [UInt8](UnsafeRawBufferPointer(start: buffer.ptr, count: buffer.size))
    }

    private static let partMark = "@@ "

    /// The numbers of a part's lines, without the line that the library takes for the heading above it.
    private static func withoutHeading(_ line: String) -> String {
        guard let end = line.dropFirst(partMark.count).firstRange(of: " @@")?.upperBound else { return line }
        return String(line[..<end])
    }
}
