/// A place in a file as people name it: line and column, both counted from 1.
package struct SourcePosition: Sendable, Hashable, Comparable {
    package let line: Int
    /// Counted in characters as the reader sees them (grapheme clusters), not in bytes or UTF-16 units.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of a source file.
package struct SourceRange: Sendable, Hashable {
    package let file: SourceFile
    /// Byte offsets into `file.bytes`.
    package let bytes: Range<Int>

    package init(file: SourceFile, bytes: Range<Int>) {
        self.file = file
        self.bytes = bytes
    }

    package var start: SourcePosition { file.position(ofByte: bytes.lowerBound) }
    package var end: SourcePosition { file.position(ofByte: bytes.upperBound) }
}
