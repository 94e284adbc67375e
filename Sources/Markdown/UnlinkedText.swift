/// Text that was meant as a link in another program: `[[page]]`, `www.example.org`.
extension DocumentRenderer {
    /// Reports addresses without `https://` outside links.
    mutating func reportBareHosts(_ content: InlineSequence, _ place: inout BlockPlace) {
        var depth = 0
        for token in content.tokens {
            if token.kind == .linkOpen { depth += 1 }
            if token.kind == .linkClose { depth -= 1 }
            guard token.kind == .text, depth == 0 else { continue }
            var start = token.text.lowerBound
            while let host = UnlinkedText.host(in: content.text[start..<token.text.upperBound]) {
                start = host.upperBound
                let scheme = UnlinkedText.schemeLength(atEndOf: content.text[token.text.lowerBound..<host.lowerBound])
                let first = host.lowerBound - scheme
                let before = first > token.text.lowerBound ? content.text[first - 1] : 0x20
                guard !CharacterClass.isASCIIAlphanumeric(before), !"/.@-_".utf8.contains(before) else { continue }
                var part = token
                part.text = first..<host.upperBound
                let address = String(decoding: content.text[host], as: UTF8.self)
                report(.bareHost(address), at: bytes(of: part, content, &place), replacement: "https://" + address)
            }
        }
    }
}

extension DocumentRenderer {
    /// Reports addresses in the text whose link ends within them: at a slash with a Chinese name behind it.
    mutating func reportCutAddresses(_ content: InlineSequence, _ place: inout BlockPlace) {
        for (index, token) in content.tokens.enumerated()
        where token.kind == .linkOpen && content.links[token.index].isBare {
            let end = token.text.upperBound
            guard end > 0, content.text[end - 1] == UInt8(ascii: "/"), index + 3 < content.tokens.count,
                content.tokens[index + 3].kind == .text, content.tokens[index + 3].text.lowerBound == end,
                CharacterClass.isHan(UTF8Scalar.first(of: content.text, at: end).value)
            else { continue }
            let address = String(decoding: content.text[token.text], as: UTF8.self)
            report(.cutAddress(address), at: bytes(of: content.tokens[index + 1], content, &place))
        }
    }
}

/// Addresses without a scheme.
enum UnlinkedText {
    /// Whether `www.` occurs in a text, in letters of either case.
    static func mayHoldHost(_ text: ArraySlice<UInt8>) -> Bool {
        text.indices.contains { text[$0] | 0x20 == UInt8(ascii: "w") && beginsHost(text[$0...]) }
    }

    private static func beginsHost(_ text: ArraySlice<UInt8>) -> Bool {
        text.count > 4 && text[text.startIndex + 3] == UInt8(ascii: ".")
            && text.prefix(3).allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    }

    /// How many bytes at the end of a text are `http：//`, a scheme with a full-width colon.
    static func schemeLength(atEndOf text: ArraySlice<UInt8>) -> Int {
        ["https：//", "http：//"].first { text.suffix($0.utf8.count).elementsEqual($0.utf8) }?.utf8.count ?? 0
    }

    /// The first `www.…` of a text, with its path. O(length of the text): what may be one address is walked once, however
    /// often `www.` stands in it.
    static func host(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var index = text.startIndex
        // The end of the characters of an address that the last look has found, and where the address in them ends.
        var (runEnd, end) = (index, index)
        while index + 6 < text.endIndex {
            guard beginsHost(text[index...]) else {
                index += 1
                continue
            }
            if index >= runEnd {
                let run = text[index...].prefix {
                    CharacterClass.isASCIIAlphanumeric($0) || ".-/_%?=&#~".utf8.contains($0)
                }
                runEnd = run.endIndex
                end = runEnd - run.reversed().prefix { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "?") }.count
            }
            let name = text[index + 4..<max(end, index + 4)].prefix { $0 != UInt8(ascii: "/") }
            if let dot = name.lastIndex(of: UInt8(ascii: ".")), name.endIndex - dot > 2, dot > name.startIndex {
                return index..<end
            }
            // What follows in the same name ends as this one does.
            index = max(index + 4, name.endIndex)
        }
        return nil
    }
}
