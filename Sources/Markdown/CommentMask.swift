import Text

/// Hides comments from the parser, so that they end where an editor sees them end.
///
/// cmark follows an older CommonMark, in which `<!-- a -- b -->` is no comment, and every CommonMark publishes what stands
/// behind a comment at the head of a line as raw text, and a comment that a blank line divides. Here a comment is
/// whatever begins with `<!--` and ends at the first `-->` (CommonMark 0.31, 6.6; `<!-->` and `<!--->` by themselves),
/// wherever it stands but in code. Its bytes are overwritten, line ends included, so that offsets stay what they are:
/// one that stands alone on its line becomes a block of HTML, any other a tag that occurs nowhere else.
enum CommentMask {
    /// A text whose comments are hidden.
    struct Text {
        /// As long as the text was.
        let bytes: [UInt8]
        /// Where a comment begins that has no end.
        let unclosed: Int?
    }

    /// What stands for the inside of a comment on a line of its own. No text that was saved by an editor has it.
    static let filler: UInt8 = 0x1A

    /// Hides the comments of a text from `offset` on; `nil` for one without any. O(length).
    static func text(hiding bytes: [UInt8], from offset: Int) -> Text? {
        guard bytes.firstIndex(of: "<!--", from: offset) != nil else { return nil }
        var scan = CommentScan(bytes, from: offset)
        scan.run()
        return Text(bytes: scan.masked, unclosed: scan.unclosed)
    }

    /// Whether a comment begins in a text.
    static func holdsOpening(_ text: some Collection<UInt8>) -> Bool {
        Array(text).firstIndex(of: "<!--", from: 0) != nil
    }

    /// Whether a piece of HTML stands for a comment inside text.
    static func isHidden(_ html: ArraySlice<UInt8>) -> Bool {
        html.count >= 5 && html.starts(with: "<x".utf8) && html.last == UInt8(ascii: ">")
            && html.dropFirst(2).dropLast().allSatisfy { $0 == UInt8(ascii: "0") }
    }

    /// A text that is shown as it is, without what stands for comments in it.
    static func removing(from text: [UInt8]) -> [UInt8] {
        guard text.firstIndex(of: "<!--", from: 0) != nil || text.firstIndex(of: "<x00", from: 0) != nil else {
            return text
        }
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "<"), let end = endOfHidden(in: text, from: index) else {
                result.append(text[index])
                index += 1
                continue
            }
            index = end
        }
        return result
    }

    /// The length of a comment that is nothing but its marks, `<!-->` or `<!--->`; `nil` for others.
    static func shortLength(_ text: ArraySlice<UInt8>) -> Int? {
        ["<!-->", "<!--->"].first { text.starts(with: $0.utf8) }?.utf8.count
    }

    private static func endOfHidden(in text: [UInt8], from start: Int) -> Int? {
        let rest = text[start...]
        if rest.starts(with: "<!--".utf8) {
            if let length = shortLength(rest) { return start + length }
            let end = rest.dropFirst(4).drop { $0 == filler }
            return end.starts(with: "-->".utf8) ? end.startIndex + 3 : nil
        }
        guard rest.starts(with: "<x00".utf8) else { return nil }
        let end = rest.dropFirst(2).drop { $0 == UInt8(ascii: "0") }
        return end.first == UInt8(ascii: ">") ? end.startIndex + 1 : nil
    }
}

/// One pass over a text that tells comments from code.
private struct CommentScan {
    private let bytes: [UInt8]
    private var index: Int
    private var lineStart: Int
    private(set) var masked: [UInt8]
    private(set) var unclosed: Int?
    /// The last place of a run of backticks of each length, up to the end of the paragraph that is read.
    private var lastRuns: [Int: Int] = [:]
    private var paragraphEnd: Int

    init(_ bytes: [UInt8], from offset: Int) {
        self.bytes = bytes
        masked = bytes
        index = offset
        lineStart = offset
        paragraphEnd = offset
    }

    mutating func run() {
        skipFences()
        while index < bytes.count, unclosed == nil {
            switch bytes[index] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                index += 1
                lineStart = index
                skipFences()
            case UInt8(ascii: "\\"):
                let isEscape = index + 1 < bytes.count && CharacterClass.isASCIIPunctuation(bytes[index + 1])
                index += isEscape ? 2 : 1
            case UInt8(ascii: "`"): skipCode()
            case UInt8(ascii: "<") where bytes[index...].starts(with: "<!--".utf8): hideComment()
            default: index += 1
            }
        }
    }

    // MARK: Comments

    private mutating func hideComment() {
        guard var end = endOfComment(at: index) else {
            unclosed = index
            // The rest stays text, whose own mistakes are told as well.
            for (offset, byte) in "&lt;".utf8.enumerated() { masked[index + offset] = byte }
            return
        }
        if isContainerPrefix(lineStart..<index), let last = endOfComments(behind: end) {
            end = last
            for offset in index + 4..<max(end - 3, index + 4) { masked[offset] = CommentMask.filler }
        } else {
            for offset in index + 1..<end - 1 { masked[offset] = UInt8(ascii: "0") }
            masked[index + 1] = UInt8(ascii: "x")
            masked[end - 1] = UInt8(ascii: ">")
        }
        index = end
    }

    private func endOfComment(at start: Int) -> Int? {
        if let length = CommentMask.shortLength(bytes[start...]) { return start + length }
        return bytes.firstIndex(of: "-->", from: start + 4).map { $0 + 3 }
    }

    /// The end of the last comment where nothing but comments follows up to the end of the line.
    private func endOfComments(behind end: Int) -> Int? {
        var end = end
        while true {
            var next = end
            while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
            guard next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x0D else { return end }
            guard bytes[next...].starts(with: "<!--".utf8), let following = endOfComment(at: next) else { return nil }
            end = following
        }
    }

    /// Whether a line begins with nothing but white space, marks of quotes and of list items.
    private func isContainerPrefix(_ range: Range<Int>) -> Bool {
        range.upperBound == contentStart(of: range.lowerBound, upTo: range.upperBound)
    }

    /// Where the text of a line begins behind white space, marks of quotes and of list items.
    private func contentStart(of start: Int, upTo end: Int) -> Int {
        var position = start
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, UInt8(ascii: ">"): position += 1
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), 0x30...0x39:
                var next = position
                while next < end, (0x30...0x39).contains(bytes[next]) { next += 1 }
                let isNumber = next > position
                guard next < end, !isNumber || bytes[next] == UInt8(ascii: ".") || bytes[next] == UInt8(ascii: ")")
                else {
                    return position
                }
                next += 1
                guard next < end, bytes[next] == 0x20 || bytes[next] == 0x09 else { return position }
                position = next
            default: return position
            }
        }
        return position
    }

    // MARK: Code

    private func endOfLine(_ start: Int) -> Int {
        bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// Passes over the blocks of code between fences that begin at the line.
    private mutating func skipFences() {
        while lineStart < bytes.count, let fence = fence(ofLine: lineStart) {
            var line = nextLine(lineStart)
            while line < bytes.count, !ends(fence, atLine: line) { line = nextLine(line) }
            // A line that has left the list or quote of the block is read again.
            let isClosed = line < bytes.count && isFence(line, closing: fence)
            index = isClosed ? nextLine(line) : min(line, bytes.count)
            lineStart = index
        }
    }

    private func nextLine(_ start: Int) -> Int {
        let end = endOfLine(start)
        guard end < bytes.count else { return bytes.count }
        return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
    }

    private struct Fence {
        let mark: UInt8
        let length: Int
        let quotes: Int
        /// The least indentation of the lines of a block that begins in a list item.
        let indentation: Int
    }

    private func fence(ofLine start: Int) -> Fence? {
        let end = endOfLine(start)
        let content = contentStart(of: start, upTo: end)
        guard content < end, bytes[content] == UInt8(ascii: "`") || bytes[content] == UInt8(ascii: "~") else {
            return nil
        }
        let run = bytes[content..<end].prefix { $0 == bytes[content] }
        let isCodeSpan = bytes[content] == UInt8(ascii: "`") && bytes[run.endIndex..<end].contains(UInt8(ascii: "`"))
        guard run.count >= 3, !isCodeSpan else { return nil }
        let prefix = bytes[start..<content]
        let hasMarker = prefix.contains { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") }
        return Fence(
            mark: bytes[content], length: run.count, quotes: prefix.count { $0 == UInt8(ascii: ">") },
            indentation: hasMarker ? 1 : 0)
    }

    /// Whether a line ends a block of code: its closing fence, or one outside the quote or list item it stands in.
    private func ends(_ fence: Fence, atLine start: Int) -> Bool {
        let end = endOfLine(start)
        let prefix = bytes[start..<end].prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
        if prefix.count(where: { $0 == UInt8(ascii: ">") }) < fence.quotes { return true }
        if fence.quotes == 0, prefix.endIndex < end, prefix.count < fence.indentation { return true }
        return isFence(start, closing: fence)
    }

    private func isFence(_ start: Int, closing fence: Fence) -> Bool {
        let end = endOfLine(start)
        let content = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
        let run = content.prefix { $0 == fence.mark }
        return run.count >= fence.length && bytes[run.endIndex..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// Passes over a span of code, or over backticks that begin none.
    private mutating func skipCode() {
        if index >= paragraphEnd { surveyParagraph() }
        var end = index
        while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
        let length = end - index
        index = end
        guard let last = lastRuns[length], last >= end else { return }
        while index < last {
            guard bytes[index] == UInt8(ascii: "`") else {
                if bytes[index] == 0x0A || bytes[index] == 0x0D { lineStart = index + 1 }
                index += 1
                continue
            }
            let run = bytes[index..<paragraphEnd].prefix { $0 == UInt8(ascii: "`") }
            if run.count == length { break }
            index = run.endIndex
        }
        index += length
    }

    /// Notes the runs of backticks up to the next blank line.
    private mutating func surveyParagraph() {
        lastRuns.removeAll(keepingCapacity: true)
        var position = index
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "`"):
                let run = bytes[position...].prefix { $0 == UInt8(ascii: "`") }
                lastRuns[run.count] = position
                position = run.endIndex
            case 0x0A, 0x0D:
                position += 1
                let next = bytes[position...].prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }.endIndex
                let isBlank = next == bytes.count || bytes[next] == 0x0A || bytes[next] == 0x0D
                if isBlank || fence(ofLine: position) != nil {
                    paragraphEnd = position
                    return
                }
            default: position += 1
            }
        }
        paragraphEnd = bytes.count
    }
}
