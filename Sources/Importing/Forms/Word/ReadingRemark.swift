/// Something in a Word file that a reader of the draft sees otherwise than a reader of the file, or not at all.
package struct ReadingRemark: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Text that is struck through, which stays out.
        case struck
        /// Text that Word does not show, which stays out.
        case hidden
        /// Text that a tracked change takes away, which stays out.
        case deleted
        /// A comment, which stays out.
        case comment
        /// The reading above a character, of which the character alone is kept.
        case reading
        /// A formula, which is written in one line.
        case formula
        /// A character of a font of signs that has no other name, which stays out.
        case symbol
        case chart
        /// What Word calls SmartArt.
        case diagram
        /// Lines, arrows, ink and other shapes without words.
        case shape
        /// A formula of another program, such as MathType.
        case formulaObject
        /// A sheet of Excel and the like.
        case embeddedObject
        /// A file in the file, which Word would take in when it opens.
        case insertedFile
        /// The address behind words, of which the words alone are kept.
        case link
        /// A footnote or endnote to words that do not come into the text.
        case note
    }

    package let kind: Kind
    /// Its words, or the name it goes by; may be empty.
    package var words: String
}

/// The remarks about one file, in the order of the text.
struct ReadingRemarks: Sendable {
    /// More of one kind are counted only.
    private static let maximumKept = 50
    private static let maximumWords = 200

    private(set) var kept: [ReadingRemark] = []
    /// How many there are of each kind.
    private(set) var counts: [ReadingRemark.Kind: Int] = [:]

    mutating func add(_ kind: ReadingRemark.Kind, _ words: String = "") {
        counts[kind, default: 0] += 1
        guard counts[kind] ?? 0 <= Self.maximumKept else { return }
        kept.append(ReadingRemark(kind: kind, words: String(words.prefix(Self.maximumWords))))
    }

    /// Goes on with the words of the last remark, which was made of an earlier run of the same passage.
    mutating func extendLast(by words: String) {
        guard let last = kept.last, last.words.count < Self.maximumWords else { return }
        kept[kept.count - 1].words = String((last.words + words).prefix(Self.maximumWords))
    }

    mutating func add(contentsOf others: ReadingRemarks) {
        kept += others.kept
        counts.merge(others.counts, uniquingKeysWith: +)
    }

    /// The words of all remarks of a kind that are kept.
    func words(of kind: ReadingRemark.Kind) -> [String] { kept.filter { $0.kind == kind }.map(\.words) }
}
