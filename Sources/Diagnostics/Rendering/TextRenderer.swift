/// A finding for people, as rustc shows it: message, place, the line, a mark under the place, help.
package struct TextRenderer {
    let language: MessageLanguage
    let isColored: Bool
    /// The width of the terminal.
    var columns = Self.usualColumns

    /// How wide lines are where nothing is known of a terminal.
    package static let usualColumns = 100

    private enum Style: String {
        case error = "1;31"
        case warning = "1;33"
        case hint = "1;36"
        case frame = "34"
        case bold = "1"
        case added = "32"
    }

    /// The finding, ending with an empty line.
    func text(_ entry: DiagnosticReport.Entry) -> String {
        let diagnostic = entry.diagnostic
        let style: Style =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            case .hint: .hint
            }
        var lines = [
            paint("\(severityName(diagnostic.severity))[\(diagnostic.rule.name)]", style)
                + paint(": " + VisibleText.oneLine(diagnostic.message[language]), .bold)
        ]
        if let range = diagnostic.range { lines += excerpt(range, mark: "^", style: style, note: nil) }
        if let place = diagnostic.handedIn { lines.append(paint(" --> ", .frame) + VisibleText.oneLine(place.text)) }
        for related in diagnostic.related {
            lines += excerpt(related.range, mark: "-", style: .frame, note: related.message[language])
        }
        if let help = diagnostic.help {
            lines.append(paint(language == .zh ? "  帮助：" : "  help: ", .hint) + VisibleText.oneLine(help[language]))
        }
        if let (old, new) = TextDifference.line(of: diagnostic) {
            lines += [paint("  - ", .error) + old, paint("  + ", .added) + new]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func severityName(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .zh): "错误"
        case (.warning, .zh): "警告"
        case (.hint, .zh): "提示"
        case (.error, .en): "error"
        case (.warning, .en): "warning"
        case (.hint, .en): "hint"
        }
    }

    /// The place and, for a file with text, its line with a mark.
    /// The line of a finding and a mark under its place, without numbers and frame, for places that have their own;
    /// `nil` for a finding without a line.
    package static func excerpt(of entry: DiagnosticReport.Entry) -> String? {
        guard let range = entry.diagnostic.range, !range.file.bytes.isEmpty else { return nil }
        let frame = TextRenderer(language: .en, isColored: false).excerpt(range, mark: "^", style: .frame, note: nil)
        return frame.suffix(2).map { line in
            String(line.drop { $0 != "|" }.dropFirst(2))
        }.joined(separator: "\n")
    }

    private func excerpt(_ range: SourceRange, mark: Character, style: Style, note: String?) -> [String] {
        let position = range.start
        let number = String(position.line)
        let margin = String(repeating: " ", count: number.count)
        var lines = [
            paint("\(margin) --> ", .frame)
                + "\(VisibleText.oneLine(range.file.path)):\(position.line):\(position.column)"
        ]
        guard !range.file.bytes.isEmpty else {
            if let note { lines.append("\(margin)     \(VisibleText.oneLine(note))") }
            return lines
        }
        let line = range.file.lineBytes(around: range.bytes.lowerBound, within: Excerpt.reach)
        let upper = min(max(range.bytes.upperBound, range.bytes.lowerBound), line.upperBound)
        let window = Excerpt(
            file: range.file, line: line,
            marked: min(
                range.bytes.lowerBound, line.upperBound)..<max(upper, min(range.bytes.lowerBound, line.upperBound)),
            // The number of the line, a bar and two spaces stand before it.
            columns: max(30, columns - number.count - 4))
        let gutter = paint("|", .frame)
        lines.append("\(margin) \(gutter)")
        lines.append("\(paint(number, .frame)) \(gutter) \(window.text)")
        let marks =
            String(repeating: " ", count: window.offset) + paint(String(repeating: mark, count: window.width), style)
        lines.append("\(margin) \(gutter) \(marks)" + (note.map { " " + VisibleText.oneLine($0) } ?? ""))
        return lines
    }

    private func paint(_ text: String, _ style: Style) -> String {
        isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// A line cut to what fits a terminal, with the place of the mark in columns.
private struct Excerpt {
    /// Bytes before and behind a place that are looked at; a terminal shows less.
    static let reach = 4096

    let text: String
    /// Columns before the mark.
    let offset: Int
    /// Columns of the mark, at least one.
    let width: Int

    /// - Parameter columns: how many there are for the line and the marks of what is left out.
    init(file: SourceFile, line: Range<Int>, marked: Range<Int>, columns: Int) {
        let maximum = columns - 2
        func shown(_ range: Range<Int>) -> String {
            VisibleText.oneLine(
                String(decoding: file.bytes[range], as: UTF8.self).replacing("\t", with: "    ").replacing(
                    "\u{FEFF}", with: ""))
        }
        var before = shown(line.lowerBound..<marked.lowerBound)
        var middle = shown(marked)
        var after = shown(marked.upperBound..<line.upperBound)
        if TerminalWidth.columns(before) > maximum / 2 {
            before = "…" + Self.suffix(of: before, columns: maximum / 2)
        }
        let middleRoom = maximum - TerminalWidth.columns(before)
        if TerminalWidth.columns(middle) > middleRoom {
            middle = Self.prefix(of: middle, columns: middleRoom) + "…"
        }
        let room = max(0, maximum - TerminalWidth.columns(before) - TerminalWidth.columns(middle))
        if TerminalWidth.columns(after) > room { after = Self.prefix(of: after, columns: room) + "…" }
        text = before + middle + after
        offset = TerminalWidth.columns(before)
        width = max(1, TerminalWidth.columns(middle))
    }

    private static func prefix(of text: String, columns: Int) -> String {
        var used = 0
        return String(
            text.prefix { character in
                used += TerminalWidth.columns(character)
                return used <= columns
            })
    }

    private static func suffix(of text: String, columns: Int) -> String {
        String(prefix(of: String(text.reversed()), columns: columns).reversed())
    }
}

/// How many columns text takes on a terminal (Unicode Standard Annex 11).
package enum TerminalWidth {
    package static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

    /// 2 for wide and full-width characters, 0 for combining marks alone, else 1.
    package static func columns(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
        }
    }
}
