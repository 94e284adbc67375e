import Documents

/// The styles of a Word file (ISO/IEC 29500-1, 17.7), as far as they change what the text says. They are known by their
/// names: their ids are each program's own, such as `1` for “heading 1” in a Chinese Word.
struct WordStyles: Sendable {
    /// The list that paragraphs of a style are items of.
    struct List: Sendable, Equatable {
        var number: String
        var level: Int
    }

    private struct Style {
        var name = ""
        var base: String?
        /// From 0; 9 is the text between headings.
        var outlineLevel: Int?
        var listNumber: String?
        var listLevel: Int?
        var run = RunProperties()
    }

    /// Longer chains of styles that are based on each other are cut off.
    private static let maximumChain = 20
    private static let textLevel = 9

    private var headingLevels: [String: Int] = [:]
    private var lists: [String: List] = [:]
    private var runs: [String: RunProperties] = [:]
    /// The style of paragraphs that name none.
    private var usual: String?

    /// Styles of a file that says nothing of them.
    init() {}

    /// - Throws: `DocumentProblem`.
    init(_ bytes: [UInt8]) throws {
        var styles: [String: Style] = [:]
        var id = ""
        var style = Style()
        try XMLPart.read(bytes, named: "word/styles.xml", vocabulary: .word, skipping: WordElements.formerProperties) {
            event in
            switch event {
            case .start("style", let attributes):
                (id, style) = (attributes["w:styleId"] ?? "", Style())
                if attributes["w:type"] == "paragraph", attributes["w:default"].map({ XMLSwitch.isOn($0) }) == true {
                    usual = id
                }
            case .start("name", let attributes): style.name = attributes["w:val"] ?? ""
            case .start("basedOn", let attributes): style.base = attributes["w:val"]
            case .start("outlineLvl", let attributes): style.outlineLevel = attributes["w:val"].flatMap { Int($0) }
            case .start("numId", let attributes): style.listNumber = attributes["w:val"]
            case .start("ilvl", let attributes): style.listLevel = attributes["w:val"].flatMap { Int($0) }
            case .start(let name, let attributes): style.run.read(name, attributes)
            case .end("style"): styles[id] = style
            default: break
            }
        }
        for id in styles.keys { resolve(id, among: styles) }
    }

    private mutating func resolve(_ id: String, among styles: [String: Style]) {
        var chain: [Style] = []
        var next: String? = id
        while let current = next, let style = styles[current], chain.count < Self.maximumChain {
            chain.append(style)
            next = style.base
        }
        // A style is a heading by its own name, or by what it or one below it says of its level.
        for style in chain {
            if let level = Self.headingLevel(named: style.name) {
                headingLevels[id] = level
            } else if let level = style.outlineLevel {
                headingLevels[id] = level < Self.textLevel ? level + 1 : nil
            } else {
                continue
            }
            break
        }
        if let number = chain.compactMap(\.listNumber).first {
            lists[id] = List(number: number, level: chain.compactMap(\.listLevel).first ?? 0)
        }
        var run = chain.reduce(RunProperties()) { $0.over($1.run) }
        if chain.contains(where: { $0.name.lowercased() == "placeholder text" }) { run.isHint = true }
        if run != RunProperties() { runs[id] = run }
    }

    /// The level of “heading 1”, “Heading 2”, “标题 3”.
    private static func headingLevel(named name: String) -> Int? {
        let name = name.lowercased().filter { !$0.isWhitespace }
        for beginning in ["heading", "标题"] where name.hasPrefix(beginning) {
            if let level = Int(name.dropFirst(beginning.count)), (1...9).contains(level) { return level }
        }
        return nil
    }

    /// From 1; `nil` for paragraphs that are no headings.
    func headingLevel(ofParagraphs id: String?) -> Int? { (id ?? usual).flatMap { headingLevels[$0] } }

    func list(ofParagraphs id: String?) -> List? { (id ?? usual).flatMap { lists[$0] } }

    /// How runs look by the style of their paragraph or by their own; `nil` where that changes nothing.
    func run(ofStyle id: String?) -> RunProperties? { id.flatMap { runs[$0] } }

    /// How runs look that say nothing themselves, in a paragraph.
    func run(inParagraphOf id: String?) -> RunProperties? { (id ?? usual).flatMap { runs[$0] } }
}

/// Names of elements that several parts of a Word file know.
enum WordElements {
    /// What properties were before a tracked change (ISO/IEC 29500-1, 17.13.5): no part of the text as it is.
    static let formerProperties: Set<String> = [
        "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "tcPrChange",
        "trPrChange", "numberingChange",
    ]
}
