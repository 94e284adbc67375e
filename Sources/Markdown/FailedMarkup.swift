/// Links and headings that were meant but not written as Markdown has them, so that readers see brackets and number signs.
enum FailedMarkup {
    /// A link that is none.
    struct Link {
        enum Slip {
            /// `[办法]（rules/measures.md）`
            case fullWidthBracket
            /// `[办法] (rules/measures.md)`
            case spaceBefore
            /// `[办法](rules/my file.md)`
            case spaceInside
            /// `[办法](rules/measures.md “说明”)`: a title without ASCII quotes
            case title
            /// `[办法](rules/measures.md` without an end
            case unclosed
            /// `【办法】(rules/measures.md)`
            case fullWidthLabel
            /// `[办法][m]` without a line `[m]: …`
            case undefined(label: String)
            /// `[[办法]]`, as other programs write links to their pages
            case wiki(label: String)
        }

        let slip: Slip
        /// Bytes of the text from `[` on.
        let length: Int
        /// The link as it should be; `nil` where its destination is not known.
        let proposal: String?
    }

    /// The failed link that begins with the bracket `text` begins with; `nil` where brackets are just brackets.
    static func link(in text: ArraySlice<UInt8>) -> Link? {
        if let brackets = fullWidthBrackets.first(where: { text.starts(with: $0.open.utf8) }) {
            return fullWidthLabel(in: text, between: brackets)
        }
        if text.starts(with: "[[".utf8) { return wiki(in: text) }
        guard let close = text.dropFirst().firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }),
            text[close] == UInt8(ascii: "]"), close > text.startIndex + 1,
            text[text.startIndex + 1] != UInt8(ascii: "^")
        else { return nil }
        let label = String(decoding: text[(text.startIndex + 1)..<close], as: UTF8.self)
        var index = close + 1
        if index < text.endIndex, text[index] == UInt8(ascii: "[") { return undefined(label, in: text, from: index) }
        while index < text.endIndex, text[index] == UInt8(ascii: " ") { index += 1 }
        let rest = text[index...]
        let isFullWidth = rest.starts(with: "（".utf8)
        guard isFullWidth || rest.first == UInt8(ascii: "(") else { return nil }
        let start = index + (isFullWidth ? "（".utf8.count : 1)
        guard let end = firstBracket(in: text, from: start) else { return unclosed(label, in: text, from: start) }
        let inside = text[start..<end.lowerBound].drop { $0 == 0x20 }
        let destination = String(
            decoding: inside.prefix(inside.count - inside.reversed().prefix { $0 == 0x20 }.count), as: UTF8.self)
        guard isDestination(destination) else { return unclosed(label, in: text, from: start) }
        let slip: Link.Slip =
            isFullWidth || end.count > 1 ? .fullWidthBracket : index > close + 1 ? .spaceBefore : .spaceInside
        let mended = withoutSpacesInHost(destination)
        let written = mended.contains(" ") ? "<\(mended)>" : mended
        return Link(
            slip: slip, length: end.upperBound - text.startIndex, proposal: "[\(label)](\(written))")
    }

    /// A web address whose host holds no spaces, as no host does.
    private static func withoutSpacesInHost(_ destination: String) -> String {
        guard destination.hasPrefix("http"), let slashes = destination.firstRange(of: "://") else { return destination }
        let host = destination[slashes.upperBound...].prefix { !"/?#".contains($0) }
        return destination[..<host.startIndex] + host.filter { $0 != " " } + destination[host.endIndex...]
    }

    /// A link whose address is followed by something else than its end.
    ///
    /// - Parameter start: the offset of the address.
    private static func unclosed(_ label: String, in text: ArraySlice<UInt8>, from start: Int) -> Link? {
        let address = text[start...].prefix { $0 > 0x20 && $0 < 0x7F && !"()<>[]\"|".utf8.contains($0) }
        let destination = String(decoding: address, as: UTF8.self)
        guard isDestination(destination),
            address.endIndex == text.endIndex || text[address.endIndex] >= 0x7F
                || text[address.endIndex] == 0x20
        else { return nil }
        if let title = title(behind: address.endIndex, in: text) {
            return Link(
                slip: .title, length: title.end - text.startIndex,
                proposal: "[\(label)](\(destination) \"\(title.text)\")")
        }
        return Link(
            slip: .unclosed, length: address.endIndex - text.startIndex, proposal: "[\(label)](\(destination))")
    }

    /// What stands between an address and the closing bracket, without the marks around it.
    private static func title(behind start: Int, in text: ArraySlice<UInt8>) -> (text: String, end: Int)? {
        guard start < text.endIndex, text[start] == 0x20, let close = text[start...].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let inside = String(decoding: text[start..<close], as: UTF8.self)
        let marks: Set<Character> = [" ", "\"", "'", "“", "”", "‘", "’", "＂", "（", "）", "「", "」"]
        guard let mark = inside.first(where: { $0 != " " }), marks.contains(mark) else { return nil }
        var words = inside[...]
        while let first = words.first, marks.contains(first) { words.removeFirst() }
        while let last = words.last, marks.contains(last) { words.removeLast() }
        guard !words.isEmpty, !words.contains("\""), !words.contains("\\") else { return nil }
        return (String(words), close + 1)
    }

    /// Brackets that input methods write in the place of those of links.
    static let fullWidthBrackets = [(open: "【", close: "】"), (open: "［", close: "］")]

    /// `【text】(address)`, `［text］(address)`.
    private static func fullWidthLabel(
        in text: ArraySlice<UInt8>, between brackets: (open: String, close: String)
    ) -> Link? {
        let end = brackets.close.utf8
        guard let close = text.indices.first(where: { text[$0...].starts(with: end) }) else { return nil }
        let inside = text[(text.startIndex + brackets.open.utf8.count)..<close]
        let start = close + end.count
        let open = ["(", "（"].first { text[start...].starts(with: $0.utf8) }
        guard let open, !inside.isEmpty, let bracket = firstBracket(in: text, from: start + open.utf8.count) else {
            return nil
        }
        let destination = String(decoding: text[(start + open.utf8.count)..<bracket.lowerBound], as: UTF8.self)
        guard isDestination(destination) else { return nil }
        return Link(
            slip: .fullWidthLabel, length: bracket.upperBound - text.startIndex,
            proposal: "[\(String(decoding: inside, as: UTF8.self))](\(destination))")
    }

    /// `[[label]]`.
    private static func wiki(in text: ArraySlice<UInt8>) -> Link? {
        let inside = text.dropFirst(2).prefix { !"[]\n".utf8.contains($0) }
        let label = String(decoding: inside, as: UTF8.self)
        guard text[inside.endIndex...].starts(with: "]]".utf8), label.contains(where: \.isLetter) else { return nil }
        return Link(slip: .wiki(label: label), length: inside.count + 4, proposal: nil)
    }

    /// `[text][label]`, or `[text][]`.
    private static func undefined(_ text: String, in bytes: ArraySlice<UInt8>, from open: Int) -> Link? {
        guard let close = bytes[(open + 1)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let written = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
        let label = written.isEmpty ? text : written
        // Numbers of sources are written so as well: [1][2].
        guard !label.contains(where: { "[^".contains($0) }), !text.allSatisfy(\.isNumber) else { return nil }
        return Link(slip: .undefined(label: label), length: close + 1 - bytes.startIndex, proposal: nil)
    }

    private static func firstBracket(in text: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
        var index = start
        while index < text.endIndex {
            if text[index] == UInt8(ascii: ")") { return index..<index + 1 }
            if text[index...].starts(with: "）".utf8) { return index..<index + "）".utf8.count }
            index += 1
        }
        return nil
    }

    /// Whether what stands in brackets can only be meant as an address: prose has brackets behind brackets as well.
    private static func isDestination(_ text: String) -> Bool {
        guard let first = text.first, !text.contains(where: { "，。；、（".contains($0) }) else { return false }
        if first == "#" || ["http", "www.", "mailto:", "tel:"].contains(where: text.hasPrefix) { return true }
        let path = text.prefix { $0 != "#" && $0 != "?" }
        guard let dot = path.lastIndex(of: ".") else { return path.contains("/") && path.allSatisfy(\.isASCII) }
        let ending = path[path.index(after: dot)...]
        return (2...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            && ending.contains(where: \.isLetter)
    }

    /// Number signs at the start of a line that were meant to make a heading of it: `##标题`, `＃ 标题`.
    ///
    /// - Returns: the bytes of the marks with the space behind them, and what they should be.
    static func heading(in line: ArraySlice<UInt8>) -> (marks: Range<Int>, proposal: String)? {
        var index = line.startIndex
        var count = 0
        var isFullWidth = false
        while index < line.endIndex {
            if line[index] == UInt8(ascii: "#") {
                index += 1
            } else if line[index...].starts(with: "＃".utf8) {
                index += "＃".utf8.count
                isFullWidth = true
            } else {
                break
            }
            count += 1
        }
        guard (1...6).contains(count) else { return nil }
        let marks = index
        while index < line.endIndex, line[index] == 0x20 || line[index...].starts(with: "　".utf8) {
            index += line[index] == 0x20 ? 1 : "　".utf8.count
        }
        guard index < line.endIndex, line[index] > 0x20, isFullWidth || index == marks || line[marks] != 0x20 else {
            return nil
        }
        if count == 1, !isFullWidth || index == marks, !isWord(line[index...]) { return nil }
        return (line.startIndex..<index, String(repeating: "#", count: max(2, count)) + " ")
    }

    /// Whether a line behind a single mark is a heading: `#1 机组` is a number and `#话题#` is none either.
    private static func isWord(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, first >= 0xE4, first <= 0xE9 else { return false }
        return !text.contains(UInt8(ascii: "#")) && !String(decoding: text, as: UTF8.self).contains("＃")
    }
}

extension DocumentRenderer {
    /// Reports links that failed in the text that was just read, before repairs divide it.
    ///
    /// - Returns: where they stand in the text of the sequence.
    mutating func reportFailedLinks(_ content: InlineSequence, _ place: inout BlockPlace) -> [Range<Int>] {
        var failed: [Range<Int>] = []
        var index = 0
        while index < content.tokens.count {
            guard content.tokens[index].kind == .text else {
                index += 1
                continue
            }
            var end = index + 1
            while end < content.tokens.count, content.tokens[end].kind == .text,
                content.tokens[end].text.lowerBound == content.tokens[end - 1].text.upperBound
            { end += 1 }
            let run = content.tokens[index].text.lowerBound..<content.tokens[end - 1].text.upperBound
            for token in content.tokens[index..<end] {
                failed += report(failedLinksIn: token, upTo: run.upperBound, content, &place)
            }
            index = end
        }
        return failed
    }

    private mutating func report(
        failedLinksIn token: InlineSequence.Token, upTo end: Int, _ content: InlineSequence, _ place: inout BlockPlace
    ) -> [Range<Int>] {
        var failed: [Range<Int>] = []
        for start in token.text
        where content.text[start] == UInt8(ascii: "[")
            || content.text[start] >= 0xE3
                && FailedMarkup.fullWidthBrackets.contains(where: { content.text[start...].starts(with: $0.open.utf8) })
        {
            guard let link = FailedMarkup.link(in: content.text[start..<end]) else { continue }
            var part = token
            part.text = start..<start + link.length
            let bytes = bytes(of: part, content, &place)
            // An escaped bracket is meant to be one.
            guard source.bytes[bytes].first != UInt8(ascii: "\\") else { continue }
            // `！[照片]（a.png）` is a picture in both marks.
            let isImage =
                start >= token.text.lowerBound + 3 && content.text[start - 3..<start].elementsEqual("！".utf8)
                && link.proposal.map { FailedMarkup.isPicture(Array($0.dropLast().utf8)[...]) } ?? false
            report(
                .failedLink(link), at: isImage ? bytes.lowerBound - 3..<bytes.upperBound : bytes,
                replacement: link.proposal.map { isImage ? "!" + $0 : $0 })
            failed.append(part.text)
        }
        return failed
    }

    /// Reports lines of a paragraph that were meant to be headings.
    mutating func reportFailedHeadings(_ node: CommonMarkNode) {
        guard node.startLine > 0, node.endLine >= node.startLine else { return }
        for line in node.startLine...node.endLine {
            let bytes = source.trimmedLines(line, through: line)
            let start = max(bytes.lowerBound, source.contentStart(ofLine: line) ?? bytes.lowerBound)
            guard start < bytes.upperBound, source.bytes[start] == UInt8(ascii: "#") || source.bytes[start] == 0xEF,
                let (marks, proposal) = FailedMarkup.heading(in: source.bytes[start..<bytes.upperBound])
            else { continue }
            report(.failedHeading(proposal), at: marks, replacement: proposal)
        }
    }
}
