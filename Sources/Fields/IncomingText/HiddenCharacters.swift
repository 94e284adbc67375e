/// Characters that nobody sees, that steer others, or that look like others. They come with text that was copied from
/// web pages, PDF files and word processors; a name that holds one is not found by who types it.
package enum HiddenCharacters {
    /// Why a character does not belong into a text.
    package enum Kind: Sendable, Equatable {
        /// C0 and C1 controls, and unassigned code points that are no characters.
        case control
        /// A line end that is none to editors and browsers: U+000B, U+000C, U+0085, U+2028, U+2029.
        case lineSeparator
        /// Without width: U+200B, U+2060, U+FEFF, tags and others.
        case invisible
        /// Changes the direction in which what follows is shown.
        case direction
        /// A blank that is not the space: U+00A0, U+2007 and others.
        case space
        /// Takes the place of something that was lost: U+FFFD, U+FFFC.
        case placeholder
        /// Shown by the font alone in which it was written.
        case privateUse
        /// Looks like another character, which is meant.
        case lookAlike
    }

    /// A character of a text that does not belong there.
    package struct Match: Sendable {
        package let kind: Kind
        let scalar: Unicode.Scalar
        /// Bytes of the text.
        package let bytes: Range<Int>
        /// What to write instead; `nil` where that is not known.
        let replacement: String?
    }

    /// What a text is for.
    package enum Use: Sendable {
        /// A name or another value, which is compared and looked up.
        case value
        /// Text to be read, in which blanks that do not break, joined emoji and marks of direction have their uses.
        case running
    }

    /// The characters in a part of a text that do not belong there. Linear; nearly nothing for texts without any.
    package static func matches(in bytes: [UInt8], _ range: Range<Int>, use: Use) -> [Match] {
        var matches: [Match] = []
        bytes.withUnsafeBufferPointer { bytes in
            leads.withUnsafeBufferPointer { leads in
                var index = range.lowerBound
                while index < range.upperBound {
                    guard leads[Int(bytes[index])], !isPlainPunctuation(bytes, index, range.upperBound) else {
                        index += 1
                        continue
                    }
                    let (scalar, length) = scalar(at: index, in: bytes, to: range.upperBound)
                    if let scalar, let kind = kind(of: scalar) {
                        let place = Place(bytes: bytes, range: range, start: index, end: index + length)
                        if use == .value || !place.isOrdinary(scalar, kind) {
                            matches.append(place.match(scalar, kind))
                        }
                    }
                    index += length
                }
            }
        }
        return matches
    }

    /// Whether a byte may begin a character that is looked for.
    private static let leads: [Bool] = (0..<256).map { byte in
        switch byte {
        case 0x09, 0x0A, 0x0D: false
        case 0x00..<0x20, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEE, 0xEF, 0xF0...0xF4: true
        default: false
        }
    }

    /// Whether the three bytes at an index are Chinese punctuation or a full-width form, as nearly all are that begin
    /// like something that is looked for.
    private static func isPlainPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        guard index + 2 < end else { return false }
        switch (bytes[index], bytes[index + 1]) {
        case (0xE3, let second): return second != 0x85
        case (0xEF, 0xBC): return true
        case (0xE2, 0x80): return (0x90...0xA7).contains(bytes[index + 2])
        default: return false
        }
    }

    private static func scalar(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>, to end: Int
    ) -> (Unicode.Scalar?, length: Int) {
        let lead = bytes[index]
        let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard index + length <= end else { return (nil, 1) }
        var value = lead < 0x80 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value), length)
    }

    package static func kind(of scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: .lineSeparator
        case 0x00...0x1F, 0x7F...0x9F: .control
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x2800, 0x3164, 0xFFA0: .space
        case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x200B...0x200D, 0x2060...0x2065, 0xFE00...0xFE0F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
            .invisible
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: .direction
        case 0xFFFC, 0xFFFD: .placeholder
        case 0xFDD0...0xFDEF: .control
        case let value where value & 0xFFFE == 0xFFFE: .control
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: .privateUse
        default: LookAlikeCharacters.meant(by: scalar) == nil ? nil : .lookAlike
        }
    }
}

/// A character among its neighbours.
private struct Place {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>
    let start: Int
    let end: Int

    /// Whether a character that can be out of place has its use here, in running text.
    func isOrdinary(_ scalar: Unicode.Scalar, _ kind: HiddenCharacters.Kind) -> Bool {
        switch scalar.value {
        // Between a number and its unit.
        case _ where kind == .space: true
        // Forms of the character before.
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        // Letters and emoji that are joined, or kept apart.
        case 0x200C, 0x200D: !isEastAsianOrASCII(before) && !isEastAsianOrASCII(after)
        // Beside scripts that run from right to left.
        case 0x061C, 0x200E, 0x200F: lineRunsFromRightToLeft
        // Flags of regions: tags behind a black flag.
        case 0xE0020...0xE007F: hasFlagBefore
        default: false
        }
    }

    func match(_ scalar: Unicode.Scalar, _ kind: HiddenCharacters.Kind) -> HiddenCharacters.Match {
        HiddenCharacters.Match(
            kind: kind, scalar: scalar, bytes: start..<end, replacement: replacement(of: scalar, kind))
    }

    private func replacement(of scalar: Unicode.Scalar, _ kind: HiddenCharacters.Kind) -> String? {
        switch kind {
        case .control, .invisible, .direction: ""
        // Chinese has no spaces between words.
        case .lineSeparator, .space: isLetterOfWords(before) && isLetterOfWords(after) ? " " : ""
        case .placeholder, .privateUse: nil
        case .lookAlike: LookAlikeCharacters.meant(by: scalar)
        }
    }

    private var before: Unicode.Scalar? {
        guard start > range.lowerBound else { return nil }
        var index = start - 1
        while index > range.lowerBound, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return decoded(index..<start)
    }

    private var after: Unicode.Scalar? {
        guard end < range.upperBound else { return nil }
        var index = end + 1
        while index < range.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
        return decoded(end..<index)
    }

    private func decoded(_ bytes: Range<Int>) -> Unicode.Scalar? {
        String(decoding: UnsafeBufferPointer(rebasing: self.bytes[bytes]), as: UTF8.self).unicodeScalars.first
    }

    /// Whether a neighbour is one beside which nothing is joined: none at all, ASCII, Han or its punctuation.
    private func isEastAsianOrASCII(_ scalar: Unicode.Scalar?) -> Bool {
        guard let value = scalar?.value else { return true }
        return value < 0x80 || (0x2010...0x2027).contains(value) || (0x2E80...0x9FFF).contains(value)
            || (0xF900...0xFAFF).contains(value) || (0xFF00...0xFFEF).contains(value)
            || (0x20000...0x3FFFF).contains(value)
    }

    private func isLetterOfWords(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.value < 0x2E80 && $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
    }

    private var lineRunsFromRightToLeft: Bool {
        var lower = start
        while lower > range.lowerBound, bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
        var upper = end
        while upper < range.upperBound, bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[lower..<upper]), as: UTF8.self).unicodeScalars
            .contains { (0x0590...0x08FF).contains($0.value) && $0.properties.isAlphabetic }
    }

    private var hasFlagBefore: Bool {
        var index = start
        while index >= range.lowerBound + 4, bytes[index - 4] == 0xF3 { index -= 4 }
        return index >= range.lowerBound + 4 && decoded(index - 4..<index)?.value == 0x1F3F4
    }
}
