import Diagnostics
import Fields
import Rules

/// Finds slips of Chinese typography in the text of a page. Metadata, code, addresses and comments are left alone: their
/// punctuation has a meaning of its own.
package struct TypographyScan {
    private let file: SourceFile
    private let policy: CheckPolicy
    private var findings: [Diagnostic] = []

    /// - Parameter policy: tells which of the rules the site asks for; without any nothing is read.
    package static func findings(in file: SourceFile, policy: CheckPolicy) -> [Diagnostic] {
        let rules: [Rule] = [.halfWidthPunctuation, .fullWidthDigits, .ellipsis]
        guard rules.contains(where: { policy.severity(of: $0) != nil }), file.path.hasSuffix(".md"),
            let start = FrontMatter.bodyOffset(in: file.bytes)
        else { return [] }
        var scan = TypographyScan(file: file, policy: policy)
        scan.run(from: start)
        return scan.findings
    }

    private init(file: SourceFile, policy: CheckPolicy) {
        self.file = file
        self.policy = policy
    }

    private mutating func run(from bodyOffset: Int) {
        var start = bodyOffset
        var isInCode = false
        while start < file.bytes.count {
            let line = file.lineBytes(around: start)
            if file.bytes[line].drop(while: { $0 == 0x20 }).starts(with: "```".utf8) {
                isInCode.toggle()
            } else if !isInCode {
                scan(line)
            }
            start = file.startOfLine(after: start)
        }
    }

    private mutating func scan(_ line: Range<Int>) {
        var index = line.lowerBound
        while index < line.upperBound {
            let byte = file.bytes[index]
            switch byte {
            case UInt8(ascii: "`"): index = end(of: "`", after: index, line)
            case UInt8(ascii: "<"): index = end(of: ">", after: index, line)
            case UInt8(ascii: "]") where index + 1 < line.upperBound && file.bytes[index + 1] == UInt8(ascii: "("):
                index = end(of: ")", after: index + 1, line)
            case UInt8(ascii: "h") where file.bytes[index..<line.upperBound].starts(with: "http".utf8):
                while index < line.upperBound, file.bytes[index] > 0x20, file.bytes[index] < 0x80 { index += 1 }
            case UInt8(ascii: "."), UInt8(ascii: "-"): index = run(of: byte, at: index, line)
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"):
                punctuation(at: index, line)
                index += 1
            case 0xE3 where file.bytes[index..<line.upperBound].starts(with: "。。".utf8):
                index = fullStops(at: index, line)
            case 0xEF: index = fullWidth(at: index, line)
            case 0xE0...0xEE: index += 3
            default: index += 1
            }
        }
    }

    private func end(of mark: String, after index: Int, _ line: Range<Int>) -> Int {
        let byte = mark.utf8.first ?? 0
        let found = file.bytes[min(index + 1, line.upperBound)..<line.upperBound].firstIndex(of: byte)
        return found.map { $0 + 1 } ?? index + 1
    }

    /// A half-width mark between two Han characters, perhaps with a space behind it.
    private mutating func punctuation(at index: Int, _ line: Range<Int>) {
        var next = index + 1
        while next < line.upperBound, file.bytes[next] == UInt8(ascii: " ") { next += 1 }
        guard isHan(before: index, line), isHan(at: next, line) else { return }
        let marks: [UInt8: String] = [0x2C: "，", 0x3B: "；", 0x3A: "：", 0x21: "！", 0x3F: "？", 0x2E: "。"]
        guard let mark = marks[file.bytes[index]] else { return }
        report(
            .halfWidthPunctuation, index..<next, replacement: mark,
            zh: "汉字之间用了半角标点。", en: "There is half-width punctuation between Han characters.")
    }

    /// Stops and hyphens: one between Han characters is punctuation, more are an ellipsis or a dash.
    private mutating func run(of byte: UInt8, at start: Int, _ line: Range<Int>) -> Int {
        var end = start
        while end < line.upperBound, file.bytes[end] == byte { end += 1 }
        let isStop = byte == UInt8(ascii: ".")
        if end - start == 1 {
            if isStop { punctuation(at: start, line) }
        } else if isHan(before: start, line), isStop ? end - start >= 3 : isHan(at: end, line) {
            report(
                .ellipsis, start..<end, replacement: isStop ? "……" : "——",
                zh: isStop ? "省略号写成了英文句点。" : "破折号写成了减号。",
                en: isStop ? "The ellipsis is written with stops." : "The dash is written with hyphens.")
        }
        return end
    }

    private mutating func fullStops(at start: Int, _ line: Range<Int>) -> Int {
        var end = start
        while file.bytes[end..<line.upperBound].starts(with: "。".utf8) { end += 3 }
        report(
            .ellipsis, start..<end, replacement: "……", zh: "省略号写成了句号。", en: "The ellipsis is written with full stops.")
        return end
    }

    private mutating func fullWidth(at start: Int, _ line: Range<Int>) -> Int {
        var text = ""
        var end = start
        while end + 2 < line.upperBound, let character = halfWidth(at: end) {
            text.unicodeScalars.append(character)
            end += 3
        }
        guard !text.isEmpty else { return start + 3 }
        // A percent sign belongs to its number.
        if file.bytes[end..<line.upperBound].starts(with: "％".utf8) {
            text += "%"
            end += 3
        }
        report(
            .fullWidthDigits, start..<end, replacement: text, zh: "这里用了全角的数字或字母。",
            en: "There are full-width digits or letters here.")
        return end
    }

    /// The ASCII character of a full-width digit or letter.
    private func halfWidth(at index: Int) -> Unicode.Scalar? {
        guard index + 2 < file.bytes.count, file.bytes[index] == 0xEF else { return nil }
        switch (file.bytes[index + 1], file.bytes[index + 2]) {
        case (0xBC, 0x90...0x99): return Unicode.Scalar(file.bytes[index + 2] - 0x90 + 0x30)
        case (0xBC, 0xA1...0xBA): return Unicode.Scalar(file.bytes[index + 2] - 0xA1 + 0x41)
        case (0xBD, 0x81...0x9A): return Unicode.Scalar(file.bytes[index + 2] - 0x81 + 0x61)
        default: return nil
        }
    }

    /// Whether a character of U+4E00 to U+9FFF ends at a place.
    private func isHan(before index: Int, _ line: Range<Int>) -> Bool {
        index - 3 >= line.lowerBound && isHan(at: index - 3, line)
    }

    private func isHan(at index: Int, _ line: Range<Int>) -> Bool {
        guard index >= line.lowerBound, index + 2 < line.upperBound else { return false }
        let first = file.bytes[index]
        return (0xE5...0xE9).contains(first) || (first == 0xE4 && file.bytes[index + 1] >= 0xB8)
    }

    private mutating func report(_ rule: Rule, _ bytes: Range<Int>, replacement: String, zh: String, en: String) {
        guard policy.severity(of: rule) != nil else { return }
        findings.append(
            Diagnostic(
                rule, at: file.range(bytes), message: LocalizedText(zh: zh, en: en),
                help: LocalizedText(zh: "请写成“\(replacement)”。", en: "Write “\(replacement)”."), replacement: replacement
            ))
    }
}
