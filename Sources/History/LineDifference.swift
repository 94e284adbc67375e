import CGit2

/// The lines that differ between two texts.
package enum LineDifference {
    /// Lines with `-` for those that go, `+` for those that come, and a space for one line around them; `@@` before each part
    /// with the numbers of its lines.
    package static func lines(from old: String, to new: String) -> [String] {
        var old = old
        var new = new
        var options = git_diff_options()
        git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
        options.context_lines = 1
        options.flags = GIT_DIFF_FORCE_TEXT.rawValue
        var patch: OpaquePointer?
        let result = old.withUTF8 { old in
            new.withUTF8 { new in
                git_patch_from_buffers(
                    &patch, old.baseAddress, old.count, nil, new.baseAddress, new.count, nil, &options)
            }
        }
        // Both texts are in memory: the library has nothing to fail at but memory itself.
        guard result == 0, let patch else { return [] }
        defer { git_patch_free(patch) }
        var buffer = git_buf()
        guard git_patch_to_buf(&buffer, patch) == 0, let bytes = buffer.ptr else { return [] }
        defer { git_buf_dispose(&buffer) }
        let text = String(
            decoding: UnsafeRawBufferPointer(start: bytes, count: buffer.size), as: UTF8.self)
        // What stands before the first part names files, which are none here.
        return text.split(separator: "\n").drop { !$0.hasPrefix("@@") }.map(String.init)
    }
}
