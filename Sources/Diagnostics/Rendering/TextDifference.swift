/// A line as it is, and as it would be with what a finding proposes.
package enum TextDifference {
    private static let maximumColumns = 100

    /// Both lines for a terminal; the old one with `-`, the new one with `+`, cut around the change where they are long.
    package static func lines(of finding: Diagnostic) -> [String] {
        guard let range = finding.range, let replacement = finding.replacement else { return [] }
        if let (old, new) = line(of: finding) { return ["  - " + old, "  + " + new] }
        let old = String(decoding: range.file.bytes[range.bytes], as: UTF8.self)
        return ["  - …" + VisibleText.oneLine(old) + "…", "  + …" + VisibleText.oneLine(replacement) + "…"]
    }

    /// How many places two texts differ in, at least one: parts that are the same stand between them.
    package static func placeCount(from old: [UInt8], to new: [UInt8]) -> Int {
        // Cells and words end with one of these, and what is put right in one of them leaves the others as they are.
        func parts(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
            bytes.split(omittingEmptySubsequences: false) { ",;\n\t".utf8.contains($0) }
        }
        let (before, after) = (parts(old), parts(new))
        guard before.count == after.count else { return 1 }
        return max(1, zip(before, after).count { $0 != $1 })
    }

    /// `nil` for a finding without proposal, and for lines that are too long to be compared by eye.
    static func line(of finding: Diagnostic) -> (old: String, new: String)? {
        guard let range = finding.range, let replacement = finding.replacement else { return nil }
        // A line that fits a terminal has not more bytes than this, whatever marks stand above its letters.
        let line = range.file.lineBytes(around: range.bytes.lowerBound, within: maximumColumns * 16)
        guard line.count < maximumColumns * 16 else { return nil }
        guard range.bytes.upperBound <= line.upperBound, !replacement.contains(where: \.isNewline) else { return nil }
        let bytes = range.file.bytes
        let old = String(decoding: bytes[line], as: UTF8.self)
        let new =
            String(decoding: bytes[line.lowerBound..<range.bytes.lowerBound], as: UTF8.self) + replacement
            + String(decoding: bytes[range.bytes.upperBound..<line.upperBound], as: UTF8.self)
        guard max(TerminalWidth.columns(old), TerminalWidth.columns(new)) <= maximumColumns else { return nil }
        return (VisibleText.oneLine(old), VisibleText.oneLine(new))
    }
}
