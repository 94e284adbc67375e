import Diagnostics

/// Comments are not shown, but may speak to the checks.
extension DocumentRenderer {
    /// Notes the comments in a stretch of the source that holds nothing else.
    mutating func note(commentsIn bytes: Range<Int>) {
        var position = bytes.lowerBound
        while let start = find("<!--", in: position..<bytes.upperBound),
            let end = find("-->", in: start + 4..<bytes.upperBound)
        {
            let range = start..<end + 3
            comments.append(MarkdownComment(range: file.range(range), subject: subject(of: range)))
            position = range.upperBound
        }
    }

    /// What a comment is about: its line; where it stands alone, the lines that follow up to a blank one.
    private func subject(of comment: Range<Int>) -> Range<Int> {
        let line = file.lineBytes(around: comment.lowerBound)
        let isAlone =
            isBlank(line.lowerBound..<comment.lowerBound)
            && isBlank(comment.upperBound..<max(comment.upperBound, line.upperBound))
        guard isAlone else { return line }
        // Blank lines between the comment and its block do not count.
        var next = file.lineBytes(around: comment.upperBound).upperBound + 1
        while next < file.bytes.count, isBlank(file.lineBytes(around: next)) {
            next = file.lineBytes(around: next).upperBound + 1
        }
        var end = next
        while end < file.bytes.count {
            let line = file.lineBytes(around: end)
            guard !isBlank(line) else { break }
            end = line.upperBound + 1
        }
        return min(next, file.bytes.count)..<min(max(next, end), file.bytes.count)
    }

    private func isBlank(_ bytes: Range<Int>) -> Bool {
        file.bytes[bytes].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    private func find(_ text: StaticString, in bytes: Range<Int>) -> Int? {
        let count = text.utf8CodeUnitCount
        guard bytes.count >= count else { return nil }
        return (bytes.lowerBound...bytes.upperBound - count).first { start in
            (0..<count).allSatisfy { file.bytes[start + $0] == text.utf8Start[$0] }
        }
    }
}
