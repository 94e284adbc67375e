/// The properties of Office documents: who wrote them, who saved them last, their titles and keywords.
enum DocumentProperties {
    private static let parts: Set<String> = [
        "docprops/core.xml", "docprops/app.xml", "docprops/custom.xml", "meta.xml", "ofd.xml", "word/people.xml",
    ]

    /// Elements that hold a name: Dublin Core and core properties (ISO/IEC 29500-2, 11), extended properties
    /// (29500-1, 22.2), OpenDocument (26300, 3.1), OFD (GB/T 33190, 7.4).
    private static let roles: [String: DocumentContents.Person.Role] = [
        "creator": .author, "initial-creator": .author, "Author": .author, "lastModifiedBy": .lastEditor,
        "Manager": .manager, "printed-by": .lastEditor,
    ]

    /// Numbers and names of software, which say nothing about anybody.
    private static let ignored: Set<String> = [
        "Application", "AppVersion", "Template", "generator", "Creator", "CreatorVersion", "DocID", "created",
        "modified",
        "creation-date", "date", "revision", "TotalTime", "Pages", "Words", "Characters", "Lines", "Paragraphs",
        "CharactersWithSpaces", "HyperlinkBase", "editing-duration", "editing-cycles", "CreationDate", "ModDate",
    ]

    /// - Parameter part: its name in small letters.
    static func isProperties(_ part: String) -> Bool { parts.contains(part) }

    static func read(_ bytes: [UInt8], _ part: String, into contents: inout DocumentContents) throws {
        var text = ""
        var people: [DocumentContents.Person] = []
        var passages: [DocumentContents.Passage] = []
        try XMLPart.read(bytes, named: part, vocabulary: .any) { event in
            switch event {
            case .start(let name, let attributes):
                text = ""
                if name == "person", let author = attributes["w15:author"] { people.append(.init(author, .reviewer)) }
            case .text(let piece): text += piece
            case .end(let name):
                defer { text = "" }
                guard !text.allSatisfy(\.isWhitespace), !ignored.contains(name) else { return }
                if let role = roles[name] {
                    people.append(.init(text, role))
                } else {
                    passages.append(.init(text, at: .documentProperties))
                }
            }
        }
        contents.people += people
        contents.passages += passages
    }
}
