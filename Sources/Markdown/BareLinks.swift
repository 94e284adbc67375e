/// Makes links of addresses that stand in the text without markup.
///
/// cmark's own extension for this is unsafe in parallel, and takes Chinese characters after an address for a part of it.
enum BareLinks {
    /// Turns `http://…` and `https://…` in the text of a sequence into links, except inside links.
    ///
    /// - Parameter failed: where links stand that are none, with addresses that are told already; ascending.
    static func apply(to sequence: inout InlineSequence, except failed: [Range<Int>]) {
        var output: [InlineSequence.Token] = []
        output.reserveCapacity(sequence.tokens.count + 6)
        var linkDepth = 0
        var index = 0
        while index < sequence.tokens.count {
            var token = sequence.tokens[index]
            index += 1
            if token.kind == .linkOpen { linkDepth += 1 }
            if token.kind == .linkClose { linkDepth -= 1 }
            guard token.kind == .text, linkDepth == 0 else {
                output.append(token)
                continue
            }
            // Marks that stayed text are tokens of their own; the address they stand in is one.
            while index < sequence.tokens.count, sequence.tokens[index].kind == .text,
                sequence.tokens[index].text.lowerBound == token.text.upperBound
            {
                token.text = token.text.lowerBound..<sequence.tokens[index].text.upperBound
                index += 1
            }
            split(token, of: &sequence, except: failed, into: &output)
        }
        sequence.tokens = output
    }

    private static func split(
        _ token: InlineSequence.Token, of sequence: inout InlineSequence, except failed: [Range<Int>],
        into output: inout [InlineSequence.Token]
    ) {
        var start = token.text.lowerBound
        var index = start
        func append(_ kind: InlineSequence.Token.Kind, _ text: Range<Int>) {
            var part = token
            part.kind = kind
            part.text = text
            part.index = sequence.links.count - 1
            output.append(part)
        }
        while let colon = sequence.nextSchemeEnd(in: index..<token.text.upperBound) {
            // `http` or `https` before it, where the text reaches back so far.
            index = max(index, colon - 5)
            while index < colon, address(in: sequence.text, at: index, of: token.text) == nil { index += 1 }
            guard let address = address(in: sequence.text, at: index, of: token.text) else {
                index = colon + 3
                continue
            }
            if failed.contains(where: { $0.contains(address.lowerBound) }) {
                index = address.upperBound
                continue
            }
            if address.lowerBound > start { append(.text, start..<address.lowerBound) }
            sequence.links.append(.init(destination: Array(sequence.text[address]), isBare: true))
            append(.linkOpen, address.lowerBound..<address.upperBound)
            append(.text, address)
            append(.linkClose, address.upperBound..<address.upperBound)
            start = address.upperBound
            index = start
        }
        if start < token.text.upperBound { append(.text, start..<token.text.upperBound) }
    }

    /// The address that begins at `index`.
    private static func address(in text: [UInt8], at index: Int, of range: Range<Int>) -> Range<Int>? {
        guard text[index] | 0x20 == UInt8(ascii: "h") else { return nil }
        if index > range.lowerBound, CharacterClass.isASCIIAlphanumeric(text[index - 1]) { return nil }
        guard let start = afterScheme(in: text, at: index, to: range.upperBound) else { return nil }
        guard start < range.upperBound, CharacterClass.isASCIIAlphanumeric(text[start]) else { return nil }
        var end = start
        while end < range.upperBound {
            let (value, length) = UTF8Scalar.first(of: text, at: end)
            guard belongsToAddress(value) else { break }
            end += length
        }
        end = withoutTrailingPunctuation(text, start..<end)
        return index..<end
    }

    private static func afterScheme(in text: [UInt8], at index: Int, to end: Int) -> Int? {
        var position = index
        for letter in "http".utf8 {
            guard position < end, text[position] | 0x20 == letter else { return nil }
            position += 1
        }
        if position < end, text[position] | 0x20 == UInt8(ascii: "s") { position += 1 }
        guard position + 3 <= end, text[position..<position + 3].elementsEqual("://".utf8) else { return nil }
        return position + 3
    }

    private static func belongsToAddress(_ value: UInt32) -> Bool {
        switch value {
        case 0...0x20, 0x22, 0x3C, 0x3E, 0x5B...0x5E, 0x60, 0x7B...0x7D, 0x7F...0xBF: false
        case 0x2000...0x206F, 0xFFFD: false
        default: !CharacterClass.isCJK(value)
        }
    }

    private static func withoutTrailingPunctuation(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var opened = 0
        var closed = 0
        for byte in text[range] {
            if byte == UInt8(ascii: "(") { opened += 1 }
            if byte == UInt8(ascii: ")") { closed += 1 }
        }
        var end = range.upperBound
        trimming: while end > range.lowerBound {
            switch text[end - 1] {
            case UInt8(ascii: ")"):
                guard closed > opened else { break trimming }
                closed -= 1
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
                UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                break
            default: break trimming
            }
            end -= 1
        }
        return end
    }
}

extension InlineSequence {
    /// Where the first `://` in a part of the text begins.
    fileprivate func nextSchemeEnd(in range: Range<Int>) -> Int? {
        text.withUnsafeBufferPointer { text in
            var index = range.lowerBound
            while index + 2 < range.upperBound {
                if text[index] == UInt8(ascii: ":"), text[index + 1] == 0x2F, text[index + 2] == 0x2F { return index }
                index += 1
            }
            return nil
        }
    }
}
