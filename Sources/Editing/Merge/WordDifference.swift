/// What differs between two texts, in words: Han characters by themselves, other words and numbers as wholes.
package enum WordDifference {
    package struct Piece: Sendable, Equatable {
        package enum What: String, Sendable { case same, removed, added }

        package let what: What
        package let text: String

        package init(_ what: What, _ text: String) {
            self.what = what
            self.text = text
        }
    }

    /// How many words may go and come between two lines that are the same; more are shown as whole lines. The work of one such part
    /// is at most the square of it.
    private static let maximumDistance = 400
    /// How many such squares are worked out for two texts.
    private static let maximumWork = 2_000_000

    /// The pieces in their order: what is the same or removed is the old text, what is the same or added the new one.
    package static func pieces(from old: String, to new: String) -> [Piece] {
        let (oldLines, newLines) = (lines(old), lines(new))
        var pieces: [Piece] = []
        var position = 0
        var work = 0
        for hunk in SequenceDifference.anchoredHunks(oldLines, newLines) {
            append(.same, oldLines[position..<hunk.old.lowerBound].joined(), to: &pieces)
            let (before, after) = (oldLines[hunk.old].joined(), newLines[hunk.new].joined())
            let distance = work < maximumWork ? maximumDistance : 0
            if let inner = words(before, after, distance) {
                for piece in inner { append(piece.what, piece.text, to: &pieces) }
                work += inner.count * inner.count
            } else {
                work += distance * distance
                append(.removed, before, to: &pieces)
                append(.added, after, to: &pieces)
            }
            position = hunk.old.upperBound
        }
        append(.same, oldLines[position...].joined(), to: &pieces)
        return pieces
    }

    /// The pieces with long ones that are the same cut to what stands beside a difference.
    ///
    /// - Parameter context: how many characters are kept on each side.
    package static func shortened(_ pieces: [Piece], context: Int = 40) -> [Piece] {
        pieces.enumerated().map { index, piece in
            guard piece.what == .same else { return piece }
            let head = index == 0 ? 0 : context
            let tail = index == pieces.count - 1 ? 0 : context
            guard piece.text.count > head + tail + 1 else { return piece }
            return Piece(.same, piece.text.prefix(head) + "…" + piece.text.suffix(tail))
        }
    }

    private static func append(_ what: Piece.What, _ text: String, to pieces: inout [Piece]) {
        guard !text.isEmpty else { return }
        if let last = pieces.last, last.what == what {
            pieces[pieces.count - 1] = Piece(what, last.text + text)
        } else {
            pieces.append(Piece(what, text))
        }
    }

    private static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var start = text.utf8.startIndex
        while let end = text.utf8[start...].firstIndex(of: 0x0A) {
            let next = text.utf8.index(after: end)
            lines.append(String(text[start..<next]))
            start = next
        }
        return start < text.endIndex ? lines + [String(text[start...])] : lines
    }

    // MARK: Words

    /// The pieces of two short texts; `nil` where too much differs.
    private static func words(_ old: String, _ new: String, _ maximumDistance: Int) -> [Piece]? {
        let (old, new) = (tokens(old), tokens(new))
        guard let hunks = SequenceDifference.hunks(old, new, maximumDistance: maximumDistance) else { return nil }
        var pieces: [Piece] = []
        var position = 0
        for hunk in joined(hunks, old) {
            append(.same, old[position..<hunk.old.lowerBound].joined(), to: &pieces)
            append(.removed, old[hunk.old].joined(), to: &pieces)
            append(.added, new[hunk.new].joined(), to: &pieces)
            position = hunk.old.upperBound
        }
        append(.same, old[position...].joined(), to: &pieces)
        return pieces
    }

    /// Hunks with one word between them as one, where both are longer: a character that two sentences happen to share says nothing.
    private static func joined(_ hunks: [SequenceDifference.Hunk], _ old: [String]) -> [SequenceDifference.Hunk] {
        var result: [SequenceDifference.Hunk] = []
        for hunk in hunks {
            guard let last = result.last, hunk.old.lowerBound - last.old.upperBound == 1,
                min(size(last), size(hunk)) > 2, old[last.old.upperBound] != "\n"
            else {
                result.append(hunk)
                continue
            }
            result[result.count - 1] = SequenceDifference.Hunk(
                old: last.old.lowerBound..<hunk.old.upperBound, new: last.new.lowerBound..<hunk.new.upperBound)
        }
        return result
    }

    private static func size(_ hunk: SequenceDifference.Hunk) -> Int { hunk.old.count + hunk.new.count }

    /// The words of a text, which are the whole of it.
    static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var last = Kind.other
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            var kind = Kind(character)
            // A point or comma between digits is part of the number.
            if kind == .other, last == .number, ".,:".contains(character), index + 1 < characters.count,
                Kind(characters[index + 1]) == .number
            {
                kind = .number
            }
            if kind == last, kind != .other, !tokens.isEmpty {
                tokens[tokens.count - 1].append(character)
            } else {
                tokens.append(String(character))
            }
            last = kind
        }
        return tokens
    }

    private enum Kind {
        /// Letters of words that blanks divide.
        case word
        case number
        case blank
        /// Stands by itself: a Han character, a sign, the end of a line.
        case other

        init(_ character: Character) {
            guard let scalar = character.unicodeScalars.first else {
                self = .other
                return
            }
            if scalar.properties.isIdeographic || character.isNewline {
                self = .other
            } else if character.isNumber {
                self = .number
            } else if character.isLetter {
                self = .word
            } else {
                self = character.isWhitespace ? .blank : .other
            }
        }
    }
}
