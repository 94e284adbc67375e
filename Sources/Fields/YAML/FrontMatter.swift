import Diagnostics
import Rules

/// The metadata at the head of a Markdown file, between lines of `---`.
package struct FrontMatter {
    package let pairs: [YAMLPair]
    /// The metadata itself, without the lines of `---`.
    package let range: SourceRange
    /// Where the body begins.
    package let bodyOffset: Int

    package static let maximumByteCount = 64 * 1024

    /// Where the text of a file begins, behind its metadata; `nil` without metadata that end.
    package static func bodyOffset(in bytes: [UInt8]) -> Int? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return fence(in: bytes, at: start).flatMap { end(of: bytes, from: $0)?.bodyOffset }
    }

    /// The line of `---` that ends the metadata, and what is behind it.
    private static func end(of bytes: [UInt8], from first: Int) -> (lineStart: Int, bodyOffset: Int)? {
        var lineStart = first
        while lineStart < bytes.count {
            if let end = fence(in: bytes, at: lineStart) { return (lineStart, end) }
            guard let feed = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) else { break }
            lineStart = feed + 1
        }
        return nil
    }

    /// Splits and reads the metadata. `nil` when the file has none that can be read; then there is a finding.
    package static func read(
        _ file: SourceFile, fieldNames: Set<String>, findings: inout [Diagnostic]
    ) -> FrontMatter? {
        let bytes = file.bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = fence(in: bytes, at: start) else {
            findings.append(
                Diagnostic(
                    .metaSyntax, at: file.range(start..<file.lineBytes(around: start).upperBound),
                    message: LocalizedText(zh: "文件开头没有两行 --- 之间的字段。", en: "The file does not begin with front matter."),
                    help: LocalizedText(
                        zh: "第一行写 ---，接着写“标题: …”等字段，再写一行 ---，然后是正文。",
                        en: "Begin with a line ---, then fields such as `title: …`, another line ---, then the text.")))
            return nil
        }
        if let end = end(of: bytes, from: first) {
            return parse(
                file, range: first..<end.lineStart, bodyOffset: end.bodyOffset, fieldNames: fieldNames,
                findings: &findings)
        }
        findings.append(
            Diagnostic(
                .metaSyntax, at: file.range(start..<start + 3),
                message: LocalizedText(zh: "文件开头的字段没有以 --- 结束。", en: "The front matter does not end."),
                help: LocalizedText(zh: "请在最后一个字段之后另起一行写 ---。", en: "Put a line --- after the last field.")))
        return nil
    }

    private static func parse(
        _ file: SourceFile, range: Range<Int>, bodyOffset: Int, fieldNames: Set<String>,
        findings: inout [Diagnostic]
    ) -> FrontMatter? {
        guard range.count <= maximumByteCount else {
            findings.append(
                Diagnostic(
                    .fileTooLarge, at: file.range(range.lowerBound..<range.lowerBound),
                    message: LocalizedText(zh: "文件开头的字段超过 64 KiB。", en: "The front matter is larger than 64 KiB.")))
            return nil
        }
        let before = findings.count
        guard let tree = YAMLReader.read(file, range: range, fieldNames: fieldNames, findings: &findings) else {
            guard findings.count == before else { return nil }
            return FrontMatter(pairs: [], range: file.range(range), bodyOffset: bodyOffset)
        }
        guard case .mapping(let pairs) = tree.value else {
            let slips = EditorSlips.fullWidthColon(in: file, line: file.lineBytes(around: tree.range.bytes.lowerBound))
            findings.append(
                slips ?? EditorSlips.missingSpace(in: file, name: file.lineBytes(around: tree.range.bytes.lowerBound))
                    ?? Diagnostic(
                        .metaSyntax, at: tree.range,
                        message: LocalizedText(
                            zh: "文件开头应由“字段名: 值”组成。", en: "Front matter must be made of `name: value`.")))
            return nil
        }
        return FrontMatter(pairs: pairs, range: file.range(range), bodyOffset: bodyOffset)
    }

    /// The offset after a line of `---` that begins at `offset`.
    private static func fence(in bytes: [UInt8], at offset: Int) -> Int? {
        guard offset + 3 <= bytes.count, bytes[offset..<offset + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        var index = offset + 3
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\r") {
            index += 1
        }
        if index == bytes.count { return index }
        return bytes[index] == UInt8(ascii: "\n") ? index + 1 : nil
    }
}
