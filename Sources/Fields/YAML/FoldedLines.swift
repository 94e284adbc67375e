/// Values that are written on several lines, which YAML joins with a blank between two (YAML 1.1, 4.2.5, line folding). Between two
/// characters of Chinese none is wanted, as none is in the texts of pages.
enum FoldedLines {
    /// A value without the blanks that stand for its line ends between two characters of a script without blanks. A value whose
    /// lines say otherwise than it does, as with escapes or in blocks that keep their lines, stays as it is.
    ///
    /// - Parameters:
    ///   - value: what libyaml made of it.
    ///   - written: the bytes of the value in its file, with its quotes or the sign of a block.
    static func joined(_ value: String, of written: ArraySlice<UInt8>) -> String {
        guard let paragraphs = paragraphs(of: written) else { return value }
        let folded = paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n")
        let ends = value.reversed().prefix { $0 == "\n" }
        guard folded == value.dropLast(ends.count) else { return value }
        return paragraphs.map(joined).joined(separator: "\n") + String(ends)
    }

    /// The lines of a value, without what is no part of it, divided where blank lines are; `nil` for blocks that keep their lines.
    private static func paragraphs(of written: ArraySlice<UInt8>) -> [[String]]? {
        guard let first = written.first, first != UInt8(ascii: "|") else { return nil }
        var lines = String(decoding: written, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        )
        .map { $0.trimming { $0 == " " || $0 == "\t" } }
        if first == UInt8(ascii: ">") {
            lines.removeFirst()
            while lines.last?.isEmpty ?? false { lines.removeLast() }
        } else if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), let last = lines.indices.last {
            lines[0].removeFirst()
            _ = lines[last].popLast()
        }
        var paragraphs: [[String]] = [[]]
        var blanks = 0
        for line in lines {
            if line.isEmpty {
                blanks += 1
                continue
            }
            for _ in 0..<blanks { paragraphs.append([]) }
            blanks = 0
            paragraphs[paragraphs.count - 1].append(String(line))
        }
        return paragraphs
    }

    private static func joined(_ lines: [String]) -> String {
        lines.reduce(into: "") { text, line in
            if let before = text.unicodeScalars.last, let after = line.unicodeScalars.first,
                !(isUnspaced(before) && isUnspaced(after))
            {
                text += " "
            }
            text += line
        }
    }

    /// Whether a character is of a script without blanks between its words: Han, kana, Chinese punctuation, full-width forms.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x312F, 0x31A0...0x31FF, 0x3200...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3347F:
            true
        default: false
        }
    }
}

extension Substring {
    /// The text without the characters at its ends that fulfil a condition.
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
        var text = drop(while: isTrimmed)
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
