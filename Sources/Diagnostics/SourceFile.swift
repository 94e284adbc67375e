/// A text file of the site as the editor sees it: its path and its UTF-8 bytes.
///
/// Byte offsets into `bytes` are the currency of positions inside the program; lines and columns are only computed
/// when a finding is shown.
///
/// A class because every value read from a file keeps its place: copying a place is then copying one reference.
package final class SourceFile: Sendable, Hashable {
    /// The path relative to the site's root, with `/` between components.
    package let path: String
    /// The file's text as UTF-8. A file in another encoding is held here after decoding.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Creates a file from text, as tests and in-memory sources do.
    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    package static func == (left: SourceFile, right: SourceFile) -> Bool { left.path == right.path }

    package func hash(into hasher: inout Hasher) { hasher.combine(path) }

    /// The range that covers `bytes`, clamped to the file.
    package func range(_ bytes: Range<Int>) -> SourceRange {
        let lower = min(max(bytes.lowerBound, 0), self.bytes.count)
        let upper = min(max(bytes.upperBound, lower), self.bytes.count)
        return SourceRange(file: self, bytes: lower..<upper)
    }

    /// The empty range at the start of the file, for findings about the file as a whole.
    package var start: SourceRange { range(0..<0) }

    /// The line and column of a byte offset. O(offset); used for findings only.
    package func position(ofByte offset: Int) -> SourcePosition {
        let end = min(max(offset, 0), bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        let column = String(decoding: bytes[lineStart..<end], as: UTF8.self).count + 1
        return SourcePosition(line: line, column: column)
    }

    /// The byte range of the line that holds `offset`, without its line end.
    package func lineBytes(around offset: Int) -> Range<Int> {
        let clamped = min(max(offset, 0), bytes.count)
        var lower = clamped
        while lower > 0, bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
        var upper = clamped
        while upper < bytes.count, bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
        if upper > lower, bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
        return lower..<upper
    }
}
