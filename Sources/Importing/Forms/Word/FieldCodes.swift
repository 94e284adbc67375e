/// The fields that are open while a Word file is read (ISO/IEC 29500-1, 17.16): between its beginning and its middle a
/// field has its code, behind that what it shows.
struct FieldCodes {
    private struct Field {
        var code = ""
        var isCode = true
        /// The paragraph that it begins in.
        let paragraph: Int
        var hasResult = false
    }

    /// Longer codes are none.
    private static let maximumCode = 2000
    private static let maximumDepth = 50

    private var open: [Field] = []

    /// Whether what is read is the code of a field, which nobody sees.
    var isInCode: Bool { open.contains(where: \.isCode) }

    mutating func begin(inParagraph paragraph: Int) {
        guard open.count < Self.maximumDepth else { return }
        open.append(Field(paragraph: paragraph))
    }

    mutating func separate() {
        guard !open.isEmpty else { return }
        open[open.count - 1].isCode = false
    }

    mutating func read(code: String) {
        guard let last = open.indices.last, open[last].isCode, open[last].code.count < Self.maximumCode else { return }
        open[last].code += code
    }

    /// Takes note of text that a field shows.
    mutating func readResult() {
        for index in open.indices { open[index].hasResult = true }
    }

    /// Ends the innermost field.
    ///
    /// - Returns: its code, and whether it showed something.
    mutating func end() -> (code: String, hasResult: Bool)? {
        open.popLast().map { ($0.code, $0.hasResult) }
    }

    /// Forgets fields whose code goes on behind the paragraph that it began in: they have no end, and would hide all that
    /// follows.
    mutating func endParagraph(_ paragraph: Int) {
        open.removeAll { $0.isCode && $0.paragraph == paragraph }
    }
}

/// What a field shows that has a code and no result: fractions, roots and characters in circles of the field `EQ`, which
/// Word draws itself.
enum EquationField {
    /// The code in one line of text; `nil` for another field, and for an empty one.
    static func line(of code: String) -> String? {
        let code = code.trimmingPrefix(while: \.isWhitespace)
        guard code.prefix(3).lowercased() == "eq " || code.prefix(3).lowercased() == "eq\\" else { return nil }
        var reader = Reader(rest: Array(code.dropFirst(2)))
        let line = reader.line(until: [])
        return line.isEmpty ? nil : line
    }

    private struct Reader {
        let rest: [Character]
        var place = 0
        var depth = 0

        init(rest: [Character]) { self.rest = rest }

        mutating func line(until ends: Set<Character>) -> String {
            var line = ""
            while place < rest.count, !ends.contains(rest[place]) {
                if rest[place] == "\\" {
                    line += element()
                } else {
                    line.append(rest[place])
                    place += 1
                }
            }
            return line.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
        }

        /// `\f(a,b)` and its like, with switches before the bracket: `\o\ac(○,1)`.
        private mutating func element() -> String {
            var switches: [String] = []
            while place < rest.count, rest[place] == "\\" {
                place += 1
                guard place < rest.count, rest[place].isLetter else {
                    // A character that would have a meaning.
                    defer { place = min(place + 1, rest.count) }
                    return place < rest.count ? String(rest[place]) : ""
                }
                var name = ""
                while place < rest.count, rest[place].isLetter || rest[place].isNumber || rest[place] == " " {
                    name.append(rest[place])
                    place += 1
                }
                switches.append(name.trimmed.lowercased())
            }
            guard place < rest.count, rest[place] == "(", depth < 20 else { return "" }
            return text(switches, parts())
        }

        private mutating func parts() -> [String] {
            depth += 1
            defer { depth -= 1 }
            var parts: [String] = []
            repeat {
                place += 1
                parts.append(line(until: [",", "，", ";", ")"]))
            } while place < rest.count && rest[place] != ")"
            place = min(place + 1, rest.count)
            return parts
        }

        private func text(_ switches: [String], _ parts: [String]) -> String {
            let first = parts.first ?? ""
            let second = parts.count > 1 ? parts[1] : ""
            switch switches.first.map({ String($0.prefix(while: \.isLetter)) }) {
            case "f": return Self.group(first) + "/" + Self.group(second)
            case "r":
                return parts.count > 1
                    ? (RaisedText.whole(first, .superscript) ?? first) + "√" + Self.group(second)
                    : "√" + Self.group(first)
            case "s":
                let isLower = switches.contains { $0.hasPrefix("do") }
                return RaisedText.text(first, isLower ? .subscript : .superscript)
            case "o" where ["○", "〇", "◯"].contains(first):
                return Int(second).flatMap {
                    (1...20).contains($0) ? NumberWords.text($0, format: "decimalEnclosedCircle") : nil
                } ?? "(\(second))"
            case "b": return "(" + parts.joined(separator: ",") + ")"
            case "i": return "∫" + parts.joined(separator: " ")
            default: return parts.joined()
            }
        }

        private static func group(_ words: String) -> String {
            words.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } ? words : "(\(words))"
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(trimmingPrefix(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
