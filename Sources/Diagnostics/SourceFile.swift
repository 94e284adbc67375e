import Synchronization

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
    /// Made when the first place is asked for: most files have no findings.
    private let lines = Mutex<LineIndex?>(nil)

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

    /// The line and column of a byte offset. O(length of the file) for the first, then O(log lines); used for findings
    /// only.
    package func position(ofByte offset: Int) -> SourcePosition {
        lines.withLock { lines in
            var index = lines ?? LineIndex(bytes)
            defer { lines = index }
            return index.position(ofByte: offset, in: bytes)
        }
    }

    /// The line of a byte offset, counted from 1, and its column in Unicode code points.
    func codePointPosition(ofByte offset: Int) -> SourcePosition {
        lines.withLock { lines in
            var index = lines ?? LineIndex(bytes)
            defer { lines = index }
            return index.codePointPosition(ofByte: offset, in: bytes)
        }
    }

    /// The byte range of the line that holds `offset`, without its line end.
    ///
    /// - Parameter reach: how many bytes before and behind the offset are looked at: of a longer line the range may be a
    ///   part, and cut through a character.
    package func lineBytes(around offset: Int, within reach: Int = .max) -> Range<Int> {
        let clamped = min(max(offset, 0), bytes.count)
        let first = reach < clamped ? clamped - reach : 0
        let last = reach < bytes.count - clamped ? clamped + reach : bytes.count
        var lower = clamped
        while lower > first, bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
        var upper = clamped
        while upper < last, bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
        if upper > lower, bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
        return lower..<upper
    }

    /// Where the line begins that follows the one that holds `offset`; the length of the file behind its last line.
    package func startOfLine(after offset: Int) -> Int {
        let clamped = min(max(offset, 0), bytes.count)
        return bytes[clamped...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
}
