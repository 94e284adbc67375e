/// Whose names stand bare while XML is read. All others have the prefix under which standards write their namespace
/// (`a:blip`, `x14:workbookPr`), whatever prefix the document gives it; a namespace that is not known stands in braces
/// (`{http://example.org/}name`, `{}name` for none), so that no name passes for one of another namespace.
package enum XMLVocabulary: Sendable {
    /// WordprocessingML (ISO/IEC 29500-1, 17).
    case word
    /// SpreadsheetML (ISO/IEC 29500-1, 18).
    case spreadsheet
    /// `[Content_Types].xml` (ISO/IEC 29500-2, 10.1.2.2).
    case contentTypes
    /// Parts that end in `.rels` (ISO/IEC 29500-2, 9.3).
    case relationships
    /// Drawings (SVG 2, 1.4).
    case svg
    /// No namespace: every known name has its prefix.
    case prefixed
    /// Names of elements stand bare whatever their namespace: for searching texts, where it is better to find too much.
    case any

    /// The prefix of the namespace whose names stand bare.
    fileprivate var prefix: String? {
        switch self {
        case .word: "w"
        case .spreadsheet: "x"
        case .contentTypes: "ct"
        case .relationships: "rel"
        case .svg: "svg"
        case .prefixed, .any: nil
        }
    }
}

/// The namespaces that documents use, by the prefixes under which their standards write them. Office Open XML has two of
/// each: as its first edition named them, and as the strict form of ISO/IEC 29500-1 does.
enum XMLNamespace {
    private static let ooxml = "http://schemas.openxmlformats.org/"
    private static let strict = "http://purl.oclc.org/ooxml/"

    private static let known: [(prefix: String, addresses: [String])] = [
        ("w", [ooxml + "wordprocessingml/2006/main", strict + "wordprocessingml/main"]),
        ("x", [ooxml + "spreadsheetml/2006/main", strict + "spreadsheetml/main"]),
        ("p", [ooxml + "presentationml/2006/main", strict + "presentationml/main"]),
        ("a", [ooxml + "drawingml/2006/main", strict + "drawingml/main"]),
        ("pic", [ooxml + "drawingml/2006/picture", strict + "drawingml/picture"]),
        (
            "wp",
            [ooxml + "drawingml/2006/wordprocessingDrawing", strict + "drawingml/wordprocessingDrawing"]
        ),
        ("xdr", [ooxml + "drawingml/2006/spreadsheetDrawing", strict + "drawingml/spreadsheetDrawing"]),
        ("c", [ooxml + "drawingml/2006/chart", strict + "drawingml/chart"]),
        ("dgm", [ooxml + "drawingml/2006/diagram", strict + "drawingml/diagram"]),
        ("m", [ooxml + "officeDocument/2006/math", strict + "officeDocument/math"]),
        ("r", [ooxml + "officeDocument/2006/relationships", strict + "officeDocument/relationships"]),
        ("ct", [ooxml + "package/2006/content-types"]),
        ("rel", [ooxml + "package/2006/relationships"]),
        ("cp", [ooxml + "package/2006/metadata/core-properties"]),
        ("dc", ["http://purl.org/dc/elements/1.1/"]),
        ("mc", [ooxml + "markup-compatibility/2006"]),
        ("v", ["urn:schemas-microsoft-com:vml"]),
        ("o", ["urn:schemas-microsoft-com:office:office"]),
        ("wps", ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"]),
        ("wpg", ["http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"]),
        ("wpc", ["http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"]),
        ("wp14", ["http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"]),
        ("a14", ["http://schemas.microsoft.com/office/drawing/2010/main"]),
        ("w14", ["http://schemas.microsoft.com/office/word/2010/wordml"]),
        ("w15", ["http://schemas.microsoft.com/office/word/2012/wordml"]),
        ("x14", ["http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"]),
        ("svg", ["http://www.w3.org/2000/svg"]),
        ("xlink", ["http://www.w3.org/1999/xlink"]),
        ("xhtml", ["http://www.w3.org/1999/xhtml"]),
        ("rdf", ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"]),
        ("atom", ["http://www.w3.org/2005/Atom"]),
        ("sitemap", ["http://www.sitemaps.org/schemas/sitemap/0.9"]),
        ("xml", ["http://www.w3.org/XML/1998/namespace"]),
        ("xmlns", ["http://www.w3.org/2000/xmlns/"]),
    ]

    private static let addresses = Dictionary(uniqueKeysWithValues: known.map { ($0.prefix, $0.addresses) })
    private static let prefixes = Dictionary(
        uniqueKeysWithValues: known.flatMap { known in known.addresses.map { ($0, known.prefix) } })

    /// The addresses of the namespace that standards give a prefix; empty for a prefix that is not known.
    static func addresses(ofPrefix prefix: String) -> [String] { addresses[prefix] ?? [] }

    /// The prefix that standards give a namespace; `nil` for one that is not known.
    static func prefix(of address: String) -> String? { prefixes[address] }

    /// What names of a namespace begin with under a vocabulary: nothing, a prefix with its colon, or the address in braces.
    static func beginning(ofNamesIn address: String, under vocabulary: XMLVocabulary) -> String {
        guard let prefix = prefixes[address] else { return "{\(address)}" }
        return prefix == vocabulary.prefix ? "" : prefix + ":"
    }
}
