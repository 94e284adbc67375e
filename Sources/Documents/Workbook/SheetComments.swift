/// Remarks that are pinned to cells (ISO/IEC 29500-1, 18.7, and the conversations of Excel since 2018).
enum SheetComments {
    /// The remarks by their cells, without the name of who wrote them.
    static func read(_ bytes: [UInt8], _ part: String) throws -> [Workbook.Place: String] {
        var comments: [Workbook.Place: String] = [:]
        var authors: [String] = []
        var (place, author): (Workbook.Place?, String) = (nil, "")
        var text = ""
        var (isAuthor, isText, isConversation) = (false, false, false)
        func end() {
            defer { text = "" }
            guard let place else { return }
            let words = withoutAuthor(text, author).trimmingPrefix(while: \.isWhitespace)
            guard words.contains(where: { !$0.isWhitespace }) else { return }
            comments[place] = comments[place].map { $0 + "\n" + words } ?? String(words)
        }
        try XMLPart.read(bytes, named: part, vocabulary: .any, skipping: ["extLst"]) { event in
            switch event {
            case .start("author", _):
                isAuthor = true
                authors.append("")
            case .end("author"): isAuthor = false
            case .start("comment", let attributes):
                place = attributes["ref"].flatMap(CellReference.place)
                let index = attributes["authorId"].flatMap { Int($0) } ?? -1
                author = authors.indices.contains(index) ? authors[index] : ""
            case .start("threadedComment", let attributes):
                place = attributes["ref"].flatMap(CellReference.place)
                (author, isConversation) = ("", true)
            case .start("t", _): isText = true
            case .start("text", _): isText = isConversation
            case .end("t"), .end("text"): isText = false
            case .end("comment"), .end("threadedComment"): end()
            case .text(let piece):
                if isAuthor { authors[authors.count - 1] += piece }
                if isText, text.utf16.count < Workbook.maximumCellLength { text += piece }
            case .start, .end: break
            }
        }
        return comments
    }

    /// Programs begin a remark with the name of its writer: `张三:⏎该班组已撤销`.
    private static func withoutAuthor(_ text: String, _ author: String) -> String {
        guard !author.isEmpty, text.hasPrefix(author) else { return text }
        let rest = text.dropFirst(author.count)
        return rest.first.map { ":：\n".contains($0) } ?? true ? String(rest.drop { ":： \n\r".contains($0) }) : text
    }
}
