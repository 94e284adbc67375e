/// Scripts as they are published: without indentation, blank lines, lines that are comments, and ends of lines behind
/// `;`, `,`, `{` and `(`, where JavaScript reads on anyway.
enum ScriptText {
    /// The shorter script; the same where indentation may mean something: in a text over several lines.
    static func published(_ bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let isPlain = lines.allSatisfy { line in
            line.count { $0 == UInt8(ascii: "`") } % 2 == 0 && line.last != UInt8(ascii: "\\")
        }
        guard isPlain else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for line in lines {
            let code = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            guard !code.isEmpty, !code.starts(with: "//".utf8) else { continue }
            result += code
            if !readsOn(after: code) { result.append(UInt8(ascii: "\n")) }
        }
        if !result.isEmpty, result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
        return result
    }

    /// Whether the next line can stand on the same one; not where a comment may end it.
    private static func readsOn(after line: ArraySlice<UInt8>) -> Bool {
        guard let last = line.last, ";,{(".utf8.contains(last) else { return false }
        return !zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
    }
}
