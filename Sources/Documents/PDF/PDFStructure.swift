/// What the objects of a PDF file tell that is no text on a page: its properties, what is written into comments and form
/// fields, and what runs when it is opened.
struct PDFStructure: Sendable {
    /// What is written into a comment or a form field.
    struct Note: Sendable, Equatable {
        let text: String
        /// From 1; `nil` where the file does not say on which page it is.
        let page: Int?
    }

    /// Texts of the document information dictionary (ISO 32000-1, 14.3.3), by their names; those of programs and times,
    /// which say nothing about anybody, are left out.
    private(set) var properties: [(name: String, value: String)] = []
    private(set) var notes: [Note] = []
    /// Names of actions that run something (12.6.4.5, 12.6.4.16), each once.
    private(set) var actions: [String] = []
    /// Who wrote comments (12.5.6.2, `T`), each once.
    private(set) var commenters: [String] = []
    /// Names of files in the file (7.11.4), each once.
    private(set) var attachments: [String] = []

    private static let ignored: Set<String> = ["Creator", "Producer", "CreationDate", "ModDate", "Trapped"]

    /// Of each page's object, by its name.
    private var pageNumbers: [String: Int] = [:]
    /// Of each annotation that a page lists, by its name.
    private var pagesOfAnnotations: [String: Int] = [:]
    /// Objects that may be the document information dictionary, by their names: the trailer that says which comes last.
    private var texts: [String: [(name: String, value: String)]] = [:]
    private var found: [(note: String, object: String, page: String?)] = []

    /// Reads what `qpdf --json=2` writes with the keys `pages` and `qpdf`.
    ///
    /// - Returns: `nil` for anything else.
    init?(json: [UInt8]) {
        var reader = JSONReading(json)
        var information: String?
        let isRead = reader.members { key, reader in
            switch key {
            case "pages":
                guard case .list(let pages)? = reader.value() else { return false }
                for (index, page) in pages.enumerated() {
                    guard let object = page["object"]?.text else { continue }
                    pageNumbers[object] = page["pageposfrom1"]?.number ?? index + 1
                }
                return true
            case "qpdf":
                // The version of the format, then the objects.
                return reader.elements { index, reader in
                    guard index == 1 else { return reader.value() != nil }
                    return reader.members { name, reader in
                        guard let object = reader.value() else { return false }
                        if name == "trailer" { information = object["value"]?["/Info"]?.text }
                        look(at: object["value"] ?? object["stream"]?["dict"], named: name)
                        return true
                    }
                }
            default: return reader.value() != nil
            }
        }
        guard isRead else { return nil }
        properties = (information.flatMap { texts["obj:" + $0] } ?? []).filter { !Self.ignored.contains($0.name) }
        notes = found.map { note, object, page in
            Note(text: note, page: pagesOfAnnotations[object] ?? page.flatMap { pageNumbers[$0] })
        }
    }

    // MARK: Objects

    /// - Parameter name: `obj:7 0 R`.
    private mutating func look(at object: JSONReading.Value?, named name: String) {
        guard let object else { return }
        let reference = String(name.dropFirst("obj:".count))
        if let page = pageNumbers[reference], case .list(let annotations)? = object["/Annots"] {
            for annotation in annotations {
                if let text = annotation.text {
                    pagesOfAnnotations[text] = page
                } else {
                    // An annotation that is written in the page itself.
                    note(of: annotation, object: reference, page: reference)
                }
            }
        }
        note(of: object, object: reference, page: object["/P"]?.text)
        search(object)
        guard case .object(let members) = object else { return }
        let own = members.compactMap { key, value in
            value.text.flatMap(Self.string).map { (name: String(key.dropFirst()), value: $0) }
        }
        if !own.isEmpty { texts[name] = own }
    }

    /// Takes what is written into a comment (12.5.2, `Contents`) or a text field (12.7.3.1, `V`). A signature has contents
    /// as well, which are no text.
    private mutating func note(of object: JSONReading.Value, object name: String, page: String?) {
        guard object["/ByteRange"] == nil else { return }
        for key in ["/Contents", "/V"] {
            guard let text = object[key]?.text.flatMap(Self.string), !text.isEmpty else { continue }
            found.append((text, name, page))
        }
    }

    /// Comments as the types of annotations name them (table 169); those of form fields, links and films have no author.
    private static let commentTypes: Set<String> = [
        "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
        "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/FileAttachment", "/Sound", "/Redact",
    ]

    /// Finds actions, authors of comments and files in the file, however deep they stand.
    private mutating func search(_ value: JSONReading.Value) {
        switch value {
        case .list(let values): for value in values { search(value) }
        case .object(let members):
            if let type = value["/Subtype"]?.text, Self.commentTypes.contains(type),
                let name = value["/T"]?.text.flatMap(Self.string), !name.isEmpty
            {
                Self.add(name, to: &commenters)
            }
            if value["/EF"] != nil {
                let names = ["/UF", "/F"].compactMap { value[$0]?.text.flatMap(Self.string) }
                Self.add(names.first { !$0.isEmpty } ?? "?", to: &attachments)
            }
            for (key, value) in members {
                switch (key, value.text) {
                case ("/S", "/JavaScript"), ("/JS", _): Self.add("JavaScript", to: &actions)
                case ("/S", "/Launch"): Self.add("Launch", to: &actions)
                default: search(value)
                }
            }
        case .text, .number, .other: return
        }
    }

    private static func add(_ name: String, to list: inout [String]) {
        if !list.contains(name) { list.append(name) }
    }

    /// The text of a string: `u:` with its text, or `b:` with bytes in hexadecimal that are no text of a known encoding.
    /// `nil` for a name (`/Page`) or a reference (`4 0 R`).
    private static func string(_ written: String) -> String? {
        if written.hasPrefix("u:") { return String(written.dropFirst(2)) }
        guard written.hasPrefix("b:") else { return nil }
        let digits = Array(written.utf8.dropFirst(2))
        let bytes = stride(from: 0, to: digits.count - digits.count % 2, by: 2).compactMap { index in
            UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
        }
        return SearchableText.utf8(bytes).map { String(decoding: $0, as: UTF8.self) }
    }
}
