/// Turns what stands in a Word file into Markdown: paragraphs, lists, tables and pictures.
struct MarkdownText {
    private let file: WordFile
    /// Headings inside a part stand below it.
    private static let headingLevel = 3

    /// The pictures of the text in their order, by the names under which it refers to them.
    private(set) var pictures: [(name: String, bytes: [UInt8])] = []
    /// Pictures of a format that no browser shows.
    private(set) var lostPictures = 0
    /// Pictures that the file only refers to, or that are missing from it.
    private(set) var absentPictures = 0

    init(_ file: WordFile) { self.file = file }

    /// Paragraphs are separated by empty lines; ends with a line feed unless it is empty.
    mutating func text(of blocks: [WordContent.Block]) -> String {
        var lines: [String] = []
        var wasList = false
        for block in blocks {
            switch block {
            case .table(let table):
                lines += table.rows.isEmpty ? [] : [""] + self.lines(of: table) + [""]
                wasList = false
            case .paragraph(let paragraph):
                let text = self.text(of: paragraph)
                guard !text.isEmpty else { continue }
                if let list = paragraph.list {
                    if !wasList { lines.append("") }
                    let mark = file.bulletLists.contains(list.number) ? "- " : "1. "
                    let indent = String(repeating: "   ", count: list.level)
                    lines.append(indent + mark + text.split(separator: "\n").joined(separator: " "))
                } else if let level = paragraph.headingLevel {
                    lines += [
                        "", String(repeating: "#", count: min(Self.headingLevel + max(level - 2, 0), 6)) + " " + text,
                        "",
                    ]
                } else {
                    lines += ["", text, ""]
                }
                wasList = paragraph.list != nil
            }
        }
        return Self.joined(lines)
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

    private mutating func text(of paragraph: WordContent.Paragraph) -> String {
        var words = ""
        var images: [String] = []
        for piece in paragraph.pieces {
            switch piece {
            case .text(let text): words += text
            case .picture(let relation, let description):
                if let image = image(relation, description) { images.append(image) }
            }
        }
        let lines = FieldSearch.cleaned(words).split(separator: "\n").map { Self.escaped(String($0)) }
        return (lines + images).joined(separator: "\n\n")
    }

    // MARK: Tables

    private mutating func lines(of table: WordContent.Table) -> [String] {
        let width = table.rows.map { $0.last.map { $0.column + $0.span } ?? 0 }.max() ?? 0
        guard (1...64).contains(width) else { return [] }
        var rows = table.rows.map { row in
            var cells = [String](repeating: "", count: width)
            for cell in row where cell.column < width && !cell.continues {
                let text = cell.blocks.map { block -> String in
                    if case .paragraph(let paragraph) = block { return self.text(of: paragraph) }
                    return Self.escaped(FieldSearch.cleaned(WordContent.text(of: [block])))
                }
                cells[cell.column] =
                    text.joined(separator: " ").split(whereSeparator: \.isNewline).joined(separator: " ")
            }
            return "| " + cells.joined(separator: " | ") + " |"
        }
        rows.insert("|" + String(repeating: " --- |", count: width), at: 1)
        return rows
    }

    // MARK: Pictures

    private mutating func image(_ relation: String, _ description: String) -> String? {
        guard let bytes = file.pictures[relation] else {
            absentPictures += 1
            return nil
        }
        guard let ending = Self.ending(of: bytes) else {
            lostPictures += 1
            return nil
        }
        let number = pictures.count + 1
        let name = "picture-\(number).\(ending)"
        pictures.append((name, bytes))
        // A name that the build finds to say nothing, so that somebody writes what is to be seen.
        let words = Self.escaped(
            FieldSearch.cleaned(description).split(whereSeparator: \.isNewline).joined(separator: " "))
        return "![\(words.isEmpty ? "图片\(number)" : words)](\(name))"
    }

    private static func ending(of bytes: [UInt8]) -> String? {
        let kinds: [([UInt8], String)] = [
            ([0xFF, 0xD8, 0xFF], "jpg"), ([0x89, 0x50, 0x4E, 0x47], "png"), (Array("GIF8".utf8), "gif"),
            (Array("RIFF".utf8), "webp"),
        ]
        return kinds.first { bytes.starts(with: $0.0) }?.1
    }

    // MARK: Escapes

    /// The text with a backslash before what Markdown would take for a mark.
    static func escaped(_ text: String) -> String {
        var result = ""
        var isStart = true
        var hasDigits = false
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&": result += "\\"
            case "#", "+", "-", "=": if isStart && !hasDigits { result += "\\" }
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
