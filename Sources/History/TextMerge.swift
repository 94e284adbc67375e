import CGit2

/// Two changes of one text, put together line by line.
enum TextMerge {
    /// The text with both changes; `nil` where they touch the same lines or lines beside each other, where a line has gone or
    /// come elsewhere meanwhile, and for what is no text.
    ///
    /// - Parameters:
    ///   - base: what both began from.
    ///   - one: the text after the one change.
    ///   - other: the text after the other.
    static func merged(base: [UInt8], _ one: [UInt8], _ other: [UInt8]) -> [UInt8]? {
        // Rows of two orders of columns, or letters of two encodings, are no text together.
        guard [one, other].allSatisfy({ haveSameHead(base, $0) && isUTF8(base) == isUTF8($0) }) else { return nil }
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
        let merged = [UInt8](UnsafeRawBufferPointer(start: result.ptr, count: result.len))
        return isProven(merged, base: base, one, other) ? merged : nil
    }

    /// Whether two texts have one first line, or none that names columns.
    private static func haveSameHead(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (one, other) = (one.prefix { $0 != 0x0A }, other.prefix { $0 != 0x0A })
        return one == other || !one.contains(UInt8(ascii: ",")) && !other.contains(UInt8(ascii: ","))
    }

    private static func isUTF8(_ text: [UInt8]) -> Bool { String(validating: text, as: UTF8.self) != nil }

    /// Whether each line is there as often as both changes together make it, and no line comes back that somebody has brought
    /// back already. A merge looks at places: a row of a roster that was moved would stay, one that was entered again
    /// would stand there twice.
    private static func isProven(_ merged: [UInt8], base: [UInt8], _ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (merged, base, one, other) = (counts(merged), counts(base), counts(one), counts(other))
        let lines = Set(merged.keys).union(base.keys).union(one.keys).union(other.keys)
        for line in lines where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            let (inBase, inOne, inOther) = (base[line] ?? 0, one[line] ?? 0, other[line] ?? 0)
            guard merged[line] ?? 0 == inOne + inOther - inBase else { return false }
            guard inOther <= inBase || inOne <= inBase else { return false }
        }
        return firstCellsRepeat(merged) <= max(firstCellsRepeat(one), firstCellsRepeat(other))
    }

    /// How many lines begin with a cell, as ids of rosters do, that another line begins with.
    private static func firstCellsRepeat(_ lines: [[UInt8]: Int]) -> Int {
        var cells: [[UInt8]: Int] = [:]
        for (line, count) in lines {
            guard let comma = line.firstIndex(of: UInt8(ascii: ",")), comma > 0 else { continue }
            cells[Array(line[..<comma]), default: 0] += count
        }
        return cells.values.reduce(0) { $0 + $1 - 1 }
    }

    private static func counts(_ text: [UInt8]) -> [[UInt8]: Int] {
        Dictionary(
            text.split(separator: UInt8(ascii: "\n")).map { line in
                (Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line), 1)
            }, uniquingKeysWith: +)
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
