import Diagnostics
import Documents

/// Turns what stands in a Word file into Markdown: paragraphs, headings, lists, tables, pictures and footnotes. What the
/// text says in Word is what the page shows.
struct MarkdownText {
    /// Where an item of a list stands.
    private struct Item {
        let level: Int
        let indent: Int
        /// Where its text begins; items below it are indented as far.
        let textIndent: Int
        let mark: String
        let number: Int?
    }

    private let file: WordFile
    /// Headings inside a part stand below it.
    private static let headingLevel = 3
    /// Stands in words where a note belongs to, while they are made safe: the last private character, taken out of the text itself.
    private static let notePlace: Character = "\u{10FFFD}"
    /// Numbers that Markdown takes for those of items.
    private static let itemNumbers = 0...999_999_999

    /// The pictures of the text in their order, by the names under which it refers to them.
    private(set) var pictures: [(name: String, bytes: [UInt8])] = []
    /// Pictures of a format that no browser shows: what each is, and what it is called.
    private(set) var lostPictures: [LocalizedText] = []
    /// Pictures that the file only refers to, or that are missing from it.
    private(set) var absentPictures = 0
    /// Pictures that the file holds beyond the number that is taken of one file.
    private(set) var picturesBeyondLimit = 0
    /// The notes of the text in their order.
    private(set) var notes: [WordContent.NoteID] = []
    private var items: [Item] = []

    init(_ file: WordFile) { self.file = file }

    /// Paragraphs are separated by empty lines; ends with a line feed unless it is empty.
    mutating func text(of blocks: [WordContent.Block]) -> String {
        var lines: [String] = []
        items = []
        for block in blocks {
            switch block {
            case .table(let table):
                lines += table.rows.isEmpty ? [] : [""] + self.lines(of: table) + [""]
                items = []
            case .paragraph(let paragraph): lines += self.lines(of: paragraph)
            }
        }
        return Self.joined(lines)
    }

    /// The footnotes that the text refers to, each a paragraph at its end.
    mutating func footnotes() -> String {
        var result = ""
        var done = 0
        // A note may have notes.
        while done < notes.count {
            let text = self.text(of: file.content.notes[notes[done]] ?? [])
            done += 1
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            result += "\n[^\(done)]: " + (lines.first ?? "") + "\n"
            for line in lines.dropFirst().dropLast() { result += line.isEmpty ? "\n" : "    \(line)\n" }
        }
        return result
    }

    /// No two empty lines, none at the beginning or the end.
    private static func joined(_ lines: [String]) -> String {
        var result = ""
        var isEmpty = true
        for line in lines {
            if line.isEmpty, isEmpty { continue }
            result += line + "\n"
            isEmpty = line.isEmpty
        }
        while result.hasSuffix("\n\n") { result.removeLast() }
        return result
    }

    // MARK: Paragraphs

    private mutating func lines(of paragraph: WordContent.Paragraph) -> [String] {
        if let level = paragraph.headingLevel {
            let words = words(of: paragraph, isHeading: true)
            guard !words.isEmpty else { return [] }
            items = []
            return ["", String(repeating: "#", count: min(Self.headingLevel + max(level - 2, 0), 6)) + " " + words, ""]
        }
        switch paragraph.label {
        case .bullet(let level): return item(paragraph, level: level, number: nil, delimiter: nil)
        case .number(let number, let delimiter, let level) where Self.itemNumbers.contains(number):
            return item(paragraph, level: level, number: number, delimiter: delimiter)
        default:
            let text = text(of: paragraph)
            guard !text.isEmpty else { return [] }
            items = []
            return ["", text, ""]
        }
    }

    private mutating func item(
        _ paragraph: WordContent.Paragraph, level: Int, number: Int?, delimiter: Character?
    ) -> [String] {
        var bare = paragraph
        bare.label = nil
        let words = text(of: bare).split(separator: "\n").joined(separator: " ")
        guard !words.isEmpty else { return [] }
        while let last = items.last, last.level > level { items.removeLast() }
        let isFirst = items.isEmpty
        let sibling = items.last.flatMap { $0.level == level ? $0 : nil }
        let indent = sibling?.indent ?? items.last?.textIndent ?? 0
        if sibling != nil { items.removeLast() }
        var mark = "-"
        if let number, let delimiter {
            mark = "\(number)\(delimiter)"
            // Markdown counts on by itself; a list with the other mark begins anew.
            if let sibling, let last = sibling.number, last + 1 != number, sibling.mark.hasSuffix(String(delimiter)) {
                mark = "\(number)\(delimiter == "." ? ")" : ".")"
            }
        }
        items.append(
            Item(level: level, indent: indent, textIndent: indent + mark.count + 1, mark: mark, number: number))
        return (isFirst ? [""] : []) + [String(repeating: " ", count: indent) + mark + " " + words]
    }

    /// The words of a paragraph in one line.
    private mutating func words(of paragraph: WordContent.Paragraph, isHeading: Bool = false) -> String {
        text(of: paragraph, isHeading: isHeading).split(separator: "\n").joined(separator: " ")
    }

    private mutating func text(of paragraph: WordContent.Paragraph, isHeading: Bool = false) -> String {
        var words = paragraph.label?.text ?? ""
        var images: [String] = []
        let firstNote = notes.count
        for piece in paragraph.pieces {
            switch piece {
            case .text(let text): words += text.contains(Self.notePlace) ? text.filter { $0 != Self.notePlace } : text
            case .picture(let picture): if let image = image(picture) { images.append(image) }
            case .note(let id):
                guard file.content.notes[id] != nil else { continue }
                notes.append(id)
                words.append(Self.notePlace)
            }
        }
        let lines = FieldSearch.cleaned(words).split(separator: "\n").map { line in
            MarkdownEscape.line(String(line), isHeading: isHeading)
        }
        return (withNotes(lines, from: firstNote) + images).joined(separator: "\n\n")
    }

    /// The lines with the marks of notes in their places.
    private func withNotes(_ lines: [String], from first: Int) -> [String] {
        guard notes.count > first else { return lines }
        var number = first
        return lines.map { line in
            var result = ""
            for character in line {
                guard character == Self.notePlace else {
                    // At the head of a line a mark with a colon would be the note itself.
                    if character == ":", result.hasPrefix("[^"), result.hasSuffix("]") { result += "\\" }
                    result.append(character)
                    continue
                }
                number += 1
                result += "[^\(number)]"
            }
            return result
        }
    }

    // MARK: Tables

    private mutating func lines(of table: WordContent.Table) -> [String] {
        let width = table.rows.map { $0.last.map { $0.column + $0.span } ?? 0 }.max() ?? 0
        guard (1...64).contains(width) else { return paragraphs(of: table) }
        var rows: [String] = []
        for row in table.rows {
            var cells = [String](repeating: "", count: width)
            for cell in row where cell.column < width && !cell.continues { cells[cell.column] = words(of: cell) }
            rows.append("| " + cells.joined(separator: " | ") + " |")
        }
        rows.insert("|" + String(repeating: " --- |", count: width), at: 1)
        return rows
    }

    private mutating func words(of cell: WordContent.Cell) -> String {
        var words: [String] = []
        for block in cell.blocks {
            switch block {
            case .paragraph(let paragraph): words.append(self.words(of: paragraph))
            case .table(let table):
                for inner in table.rows.joined() where !inner.continues { words.append(self.words(of: inner)) }
            }
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// A table that is too wide for one, cell by cell.
    private mutating func paragraphs(of table: WordContent.Table) -> [String] {
        var lines: [String] = []
        for cell in table.rows.joined() where !cell.continues { lines += [words(of: cell), ""] }
        return lines
    }

    // MARK: Pictures

    private mutating func image(_ picture: WordContent.Picture) -> String? {
        guard let bytes = file.pictures[picture.relation] else {
            if file.picturesBeyondLimit.contains(picture.relation) {
                picturesBeyondLimit += 1
            } else if !picture.isOfObject {
                absentPictures += 1
            }
            return nil
        }
        guard let ending = Self.ending(of: bytes) else {
            // The object itself is remarked on.
            if !picture.isOfObject { lostPictures.append(Self.name(of: picture, bytes)) }
            return nil
        }
        let number = pictures.count + 1
        let name = "picture-\(number).\(ending)"
        pictures.append((name, bytes))
        // A name that the build finds to say nothing, so that somebody writes what is to be seen.
        let words = MarkdownEscape.line(
            FieldSearch.cleaned(picture.description).split(whereSeparator: \.isNewline).joined(separator: " "))
        return "![\(words.isEmpty ? "图片\(number)" : words)](\(name))"
    }

    private static func name(of picture: WordContent.Picture, _ bytes: [UInt8]) -> LocalizedText {
        let kind = FileKind(bytes).name
        let words = FieldSearch.cleaned(picture.description).split(whereSeparator: \.isNewline).joined(separator: " ")
        guard !words.isEmpty else { return LocalizedText(zh: kind.zh.trimmingPrefix(" ").description, en: kind.en) }
        return LocalizedText(
            zh: "\(kind.zh.trimmingPrefix(" "))“\(words.prefix(40))”", en: "\(kind.en) “\(words.prefix(40))”")
    }

    private static func ending(of bytes: [UInt8]) -> String? {
        let kinds: [([UInt8], String)] = [
            ([0xFF, 0xD8, 0xFF], "jpg"), ([0x89, 0x50, 0x4E, 0x47], "png"), (Array("GIF8".utf8), "gif"),
            (Array("RIFF".utf8), "webp"),
        ]
        return kinds.first { bytes.starts(with: $0.0) }?.1
    }
}

/// Text in which nothing is a mark of Markdown.
enum MarkdownEscape {
    /// The line with a backslash before what Markdown would take for a mark.
    ///
    /// - Parameter isHeading: whether it stands behind the marks of a heading, where others at its end would be lost.
    static func line(_ text: String, isHeading: Bool = false) -> String {
        var result = ""
        var isStart = true
        var hasDigits = false
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&": result += "\\"
            case "#": if isStart && !hasDigits || isHeading { result += "\\" }
            case "+", "-", "=": if isStart && !hasDigits { result += "\\" }
            case ".", ")": if isStart && hasDigits { result += "\\" }
            default: break
            }
            result.append(character == "\t" ? " " : character)
            hasDigits = isStart && character.isASCII && character.isNumber
            isStart = isStart && hasDigits
        }
        return result
    }
}
