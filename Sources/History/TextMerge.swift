import CGit2

/// Two changes of one text, put together line by line.
enum TextMerge {
    /// The text with both changes; `nil` where they touch the same lines or lines beside each other, and for what is no text.
    ///
    /// - Parameters:
    ///   - base: what both began from.
    ///   - one: the text after the one change.
    ///   - other: the text after the other.
    static func merged(base: [UInt8], _ one: [UInt8], _ other: [UInt8]) -> [UInt8]? {
        guard HistoryStore.isLibraryReady, [base, one, other].allSatisfy({ !$0.contains(0) }) else { return nil }
        var result = git_merge_file_result()
        let code = withInput(base) { ancestor in
            withInput(one) { ours in
                withInput(other) { theirs in
                    var ancestor = ancestor
                    var ours = ours
                    var theirs = theirs
                    return git_merge_file(&result, &ancestor, &ours, &theirs, nil)
                }
            }
        }
        guard code == 0 else { return nil }
        defer { git_merge_file_result_free(&result) }
        guard result.automergeable == 1 else { return nil }
        return [UInt8](UnsafeRawBufferPointer(start: result.ptr, count: result.len))
    }

    private static func withInput<Result>(_ bytes: [UInt8], _ body: (git_merge_file_input) -> Result) -> Result {
        bytes.withUnsafeBytes { buffer in
            var input = git_merge_file_input()
            git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION))
            input.ptr = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            input.size = buffer.count
            return body(input)
        }
    }
}
