/// Where two versions of a text differ, by words: in Han text by characters, for its lines are whole paragraphs.
package struct TextComparison: Sendable {
    /// A passage that is another one in the new text, with some of what stands around it.
    package struct Change: Sendable, Equatable {
        package let before: String
        package let old: String
        package let new: String
        package let after: String
    }

    private static let context = 8
    /// Fewer equal words between two changes belong to them.
    private static let smallestGap = 3
    /// Pairs of words that are compared; of longer passages it is only said that they are others.
    private static let maximumPairs = 4_000_000

    package let changes: [Change]

    package init(old: String, new: String) {
        let (oldLines, newLines) = (Self.lines(old), Self.lines(new))
        let regions = Self.regions(oldLines, newLines) ?? [(oldLines.indices, newLines.indices)]
        changes = regions.flatMap {
            Self.changes(oldLines[$0].joined(separator: "\n"), newLines[$1].joined(separator: "\n"))
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains { !$0.isWhitespace } }
    }

    private static func changes(_ old: String, _ new: String) -> [Change] {
        let (oldWords, newWords) = (words(old), words(new))
        guard let found = regions(oldWords, newWords) else {
            return [Change(before: "", old: old, new: new, after: "")]
        }
        var merged: [(old: Range<Int>, new: Range<Int>)] = []
        for region in found {
            if let last = merged.last, region.0.lowerBound - last.old.upperBound < smallestGap {
                merged[merged.count - 1] = (
                    last.old.lowerBound..<region.0.upperBound, last.new.lowerBound..<region.1.upperBound
                )
            } else {
                merged.append(region)
            }
        }
        return merged.map { region in
            Change(
                before: newWords[..<region.new.lowerBound].suffix(context).joined(), old: oldWords[region.old].joined(),
                new: newWords[region.new].joined(), after: newWords[region.new.upperBound...].prefix(context).joined())
        }
    }

    /// Latin words and numbers are words, every other character is one by itself.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var isWord = false
        for character in text {
            let continues = character.isASCII && (character.isLetter || character.isNumber || character == ".")
            if continues, isWord { words[words.count - 1].append(character) } else { words.append(String(character)) }
            isWord = continues
        }
        return words
    }

    /// The ranges that differ, in their order, by the longest common subsequence; `nil` for too many pairs.
    private static func regions<Element: Hashable>(
        _ old: [Element], _ new: [Element]
    ) -> [(Range<Int>, Range<Int>)]? {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
        }
        let (rows, columns) = (oldEnd - start, newEnd - start)
        if rows == 0, columns == 0 { return [] }
        if rows == 0 || columns == 0 { return [(start..<oldEnd, start..<newEnd)] }
        guard rows <= maximumPairs / columns, rows < Int(UInt16.max), columns < Int(UInt16.max) else { return nil }
        // How long the common part is from each pair on.
        var lengths = [UInt16](repeating: 0, count: (rows + 1) * (columns + 1))
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for column in stride(from: columns - 1, through: 0, by: -1) {
                let place = row * (columns + 1) + column
                lengths[place] =
                    old[start + row] == new[start + column]
                    ? lengths[place + columns + 2] + 1 : max(lengths[place + columns + 1], lengths[place + 1])
            }
        }
        var regions: [(Range<Int>, Range<Int>)] = []
        var (row, column) = (0, 0)
        while row < rows || column < columns {
            if row < rows, column < columns, old[start + row] == new[start + column] {
                (row, column) = (row + 1, column + 1)
                continue
            }
            let (firstRow, firstColumn) = (row, column)
            while row < rows || column < columns {
                if row < rows, column < columns, old[start + row] == new[start + column] { break }
                let below = row < rows ? Int(lengths[(row + 1) * (columns + 1) + column]) : -1
                let right = column < columns ? Int(lengths[row * (columns + 1) + column + 1]) : -1
                if below >= right { row += 1 } else { column += 1 }
            }
            regions.append((start + firstRow..<start + row, start + firstColumn..<start + column))
        }
        return regions
    }
}
