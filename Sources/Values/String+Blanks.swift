extension String {
    /// The text without spaces, also full-width ones, at its ends.
    package var trimmingSpaces: String {
        guard mayBeginOrEndWithSpace else { return self }
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    /// Whether the first bytes of the characters at both ends leave room for white space: all of it begins with one of
    /// ASCII, C2, E1, E2 or E3 (PropList.txt, White_Space).
    private var mayBeginOrEndWithSpace: Bool {
        func mayBeSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0xC2 || (0xE1...0xE3).contains(byte) }
        guard let first = utf8.first, let last = utf8.last(where: { $0 & 0xC0 != 0x80 }) else { return false }
        return mayBeSpace(first) || mayBeSpace(last)
    }
}
