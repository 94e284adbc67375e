import Rules

/// Comments are not shown, but may speak to the checks.
extension DocumentRenderer {
    /// Notes the comments in a stretch of the source that holds nothing else.
    mutating func note(commentsIn bytes: Range<Int>) {
        var position = bytes.lowerBound
        while let start = find("<!--", in: position..<bytes.upperBound), let end = endOfComment(at: start, in: bytes) {
            let range = start..<end
            comments.append(MarkdownComment(range: file.range(range)))
            if range.count >= "<!---->".utf8.count,
                let (slip, place) = CommentSlip.slip(inside: file.bytes[range.lowerBound + 4..<range.upperBound - 3])
            {
                report(.openComment(slip), at: place)
            } else if CommentMask.shortLength(file.bytes[range]) == range.count, holdsEnd(behind: range.upperBound) {
                report(.openComment(.short), at: range)
            }
            position = range.upperBound
        }
    }

    /// Whether a `-->` follows in the same paragraph, before another comment begins.
    private func holdsEnd(behind start: Int) -> Bool {
        var isLineEmpty = false
        for index in start..<file.bytes.count {
            switch file.bytes[index] {
            case 0x0A:
                if isLineEmpty { return false }
                isLineEmpty = true
            case 0x20, 0x0D, 0x09: continue
            case UInt8(ascii: "<") where file.bytes[index...].starts(with: "<!--".utf8): return false
            case UInt8(ascii: "-") where file.bytes[index...].starts(with: "-->".utf8): return true
            default: isLineEmpty = false
            }
        }
        return false
    }

    private func endOfComment(at start: Int, in bytes: Range<Int>) -> Int? {
        if let length = CommentMask.shortLength(file.bytes[start..<bytes.upperBound]) { return start + length }
        return find("-->", in: start + 4..<bytes.upperBound).map { $0 + 3 }
    }

    /// Takes comments out of inline content, with one of the blanks around them.
    mutating func takeComments(_ place: inout BlockPlace) {
        guard inlines.tokens.contains(where: { $0.kind == .html && CommentMask.isHidden(inlines.text[$0.text]) }) else {
            return
        }
        var content = takeInlines()
        defer { inlines = content }
        var kept: [InlineSequence.Token] = []
        var isBehindComment = false
        for var token in content.tokens {
            if token.kind == .html, CommentMask.isHidden(content.text[token.text]) {
                let bytes = bytes(of: token, content, &place)
                if file.bytes[bytes].starts(with: "<!--".utf8) {
                    note(commentsIn: bytes)
                    isBehindComment = true
                    continue
                }
            }
            if isBehindComment, token.kind == .text, Self.isAtBlank(kept.last, content) {
                let spaces = content.text[token.text].prefix { $0 == 0x20 }.count
                token.text = token.text.lowerBound + spaces..<token.text.upperBound
            }
            if isBehindComment, token.kind == .softBreak { Self.dropSpaces(atEndOf: &kept, content) }
            isBehindComment = false
            if token.kind != .text || !token.text.isEmpty { kept.append(token) }
        }
        if isBehindComment { Self.dropSpaces(atEndOf: &kept, content) }
        content.tokens = kept
    }

    /// Takes the spaces off that stood between a text and a comment at the end of its line.
    private static func dropSpaces(atEndOf tokens: inout [InlineSequence.Token], _ content: InlineSequence) {
        guard var last = tokens.last, last.kind == .text else { return }
        while last.text.count > 0, content.text[last.text.upperBound - 1] == 0x20 {
            last.text = last.text.lowerBound..<last.text.upperBound - 1
        }
        tokens.removeLast()
        if !last.text.isEmpty { tokens.append(last) }
    }

    /// Whether no blank is needed behind what a token ends with.
    private static func isAtBlank(_ token: InlineSequence.Token?, _ content: InlineSequence) -> Bool {
        switch token?.kind {
        case nil, .softBreak, .hardBreak: true
        case .text: token.map { content.text[$0.text].last == 0x20 } ?? true
        default: false
        }
    }

    /// Reports comments that stand in the text as they are.
    mutating func reportOpenComments(_ content: InlineSequence, _ place: inout BlockPlace) {
        for token in content.tokens where token.kind == .text {
            var position = token.text.lowerBound
            while let start = content.text[position..<token.text.upperBound].firstIndex(where: Self.mayOpenComment) {
                position = start + 1
                let rest = content.text[start..<token.text.upperBound]
                let failed = CommentSlip.failedBeginning(rest)
                guard let length = failed ?? (rest.starts(with: "<!--".utf8) ? 4 : nil) else { continue }
                var part = token
                part.text = start..<start + length
                let bytes = bytes(of: part, content, &place)
                // With a backslash or as a character reference it is meant to be seen.
                guard source.bytes[bytes].elementsEqual(content.text[part.text]) else { continue }
                report(
                    .openComment(failed == nil ? .unclosed : .beginning), at: bytes,
                    replacement: failed == nil ? nil : "<!--")
            }
        }
    }

    /// Whether `<`, `＜` or `《` may begin with a byte.
    private static func mayOpenComment(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == 0xEF || byte == 0xE3
    }

    private func find(_ text: StaticString, in bytes: Range<Int>) -> Int? {
        let count = text.utf8CodeUnitCount
        guard bytes.count >= count else { return nil }
        return (bytes.lowerBound...bytes.upperBound - count).first { start in
            (0..<count).allSatisfy { file.bytes[start + $0] == text.utf8Start[$0] }
        }
    }
}
