import Content
import Diagnostics
import Rules
import Values
import Yams

/// `certificate.yaml` of a theme: what stands where on a certificate's page.
package struct CertificateTemplate: Sendable {
    enum Font: String, Sendable, CaseIterable {
        case song
        case songBold = "song-bold"
        case hei
    }

    enum Alignment: String, Sendable, CaseIterable {
        case left, centre, right
    }

    /// A piece of the page. Lengths are millimetres from the left and upper edge, sizes of type points.
    struct Item: Sendable {
        enum Kind: Sendable {
            /// Text with names of values in braces, by language of the site.
            case text([SiteLanguage: String])
            case qr
            case frame(height: Double)
        }

        let kind: Kind
        let x: Double
        let y: Double
        let width: Double
        let size: Double
        let font: Font
        let alignment: Alignment
        let grey: Double
        /// Longer texts are set smaller.
        let maximumLines: Int
    }

    let width: Double
    let height: Double
    let items: [Item]

    /// Names that texts may hold in braces.
    package static let values = [
        "year", "team", "enterprise", "province", "honor", "number", "id", "members", "recommender", "organisation",
        "document", "published", "url", "sample",
    ]

    /// - Returns: `nil` after findings when the template cannot be used.
    package static func read(_ file: SourceFile, findings: inout [Diagnostic]) -> CertificateTemplate? {
        var reader = TemplateReader(file: file)
        let template = reader.template()
        findings += reader.findings
        return reader.findings.isEmpty ? template : nil
    }
}

/// Reads the template; whatever is wrong is a finding at its place.
private struct TemplateReader {
    let file: SourceFile
    private(set) var findings: [Diagnostic] = []

    init(file: SourceFile) { self.file = file }

    private static let itemKeys = [
        "text", "qr", "frame", "x", "y", "width", "height", "size", "font", "align", "grey", "lines",
    ]

    mutating func template() -> CertificateTemplate? {
        let root: Node?
        do {
            root = try Yams.compose(yaml: String(decoding: file.bytes, as: UTF8.self))
        } catch let error as YamlError {
            report(nil, zh: "YAML 语法错误：\(error)", en: "YAML syntax error: \(error)")
            return nil
        } catch {
            report(nil, zh: "YAML 语法错误。", en: "YAML syntax error.")
            return nil
        }
        guard let root, let mapping = root.mapping else {
            report(root, zh: "证书模板应由 page 和 items 组成。", en: "A certificate's template has `page` and `items`.")
            return nil
        }
        checkKeys(root, among: ["page", "items"])
        let page = mapping["page"]
        let width = number(page?["width"], 210, 50...1000)
        let height = number(page?["height"], 297, 50...1000)
        if let page { checkKeys(page, among: ["width", "height"]) }
        guard let items = mapping["items"]?.sequence, !items.isEmpty, items.count <= 100 else {
            report(mapping["items"] ?? root, zh: "items 应是一个列表。", en: "`items` must be a list.")
            return nil
        }
        return CertificateTemplate(
            width: width, height: height, items: items.compactMap { item($0, pageWidth: width, pageHeight: height) })
    }

    private mutating func item(
        _ node: Node, pageWidth: Double, pageHeight: Double
    ) -> CertificateTemplate.Item? {
        guard node.mapping != nil else {
            report(node, zh: "每一项应由“名称: 值”组成。", en: "Each item is made of `name: value`.")
            return nil
        }
        checkKeys(node, among: Self.itemKeys)
        let x = number(node["x"], 25, 0...pageWidth)
        let width = number(node["width"], pageWidth - 2 * x, 1...pageWidth)
        let kind: CertificateTemplate.Item.Kind
        if let text = node["text"] {
            kind = .text(texts(text))
        } else if node["qr"] != nil {
            kind = .qr
        } else if node["frame"] != nil {
            kind = .frame(height: number(node["height"], pageHeight - 2 * x, 1...pageHeight))
        } else {
            report(node, zh: "每一项写 text、qr 或 frame 之一。", en: "Each item has one of `text`, `qr` and `frame`.")
            return nil
        }
        return CertificateTemplate.Item(
            kind: kind, x: x, y: number(node["y"], 0, 0...pageHeight), width: width,
            size: number(node["size"], 12, 4...200), font: word(node["font"], .song),
            alignment: word(node["align"], .centre), grey: number(node["grey"], 0, 0...1),
            maximumLines: Int(number(node["lines"], 1, 1...20)))
    }

    /// One text for all languages, or one each.
    private mutating func texts(_ node: Node) -> [SiteLanguage: String] {
        var texts: [SiteLanguage: String] = [:]
        if let text = node.scalar?.string {
            for language in SiteLanguage.allCases { texts[language] = text }
            checkNames(text, node)
            return texts
        }
        checkKeys(node, among: SiteLanguage.allCases.map(\.rawValue))
        for language in SiteLanguage.allCases {
            guard let text = node[language.rawValue]?.scalar?.string else {
                report(node, zh: "text 缺少 \(language.rawValue)。", en: "`text` lacks \(language.rawValue).")
                continue
            }
            checkNames(text, node[language.rawValue] ?? node)
            texts[language] = text
        }
        return texts
    }

    private mutating func checkNames(_ text: String, _ node: Node) {
        for name in CertificateText.names(in: text) where !CertificateTemplate.values.contains(name) {
            let near = NearestName.suggestion(for: name, among: CertificateTemplate.values)
            let list = CertificateTemplate.values.joined(separator: ", ")
            report(
                node, zh: "没有“{\(name)}”" + (near.map { "，是否应为“{\($0)}”？" } ?? "；可以写：\(list)。"),
                en: "There is no “{\(name)}”" + (near.map { "; did you mean “{\($0)}”?" } ?? "; there are \(list)."))
        }
    }

    private mutating func checkKeys(_ node: Node, among keys: [String]) {
        for (key, _) in node.mapping ?? [:] where !keys.contains(key.string ?? "") {
            let near = NearestName.suggestion(for: key.string ?? "", among: keys)
            report(
                key,
                zh: "没有名称“\(key.string ?? "")”"
                    + (near.map { "，是否应为“\($0)”？" } ?? "；可以写：\(keys.joined(separator: "、"))。"),
                en: "There is no name “\(key.string ?? "")”"
                    + (near.map { "; did you mean “\($0)”?" } ?? "; there are \(keys.joined(separator: ", "))."))
        }
    }

    private mutating func number(_ node: Node?, _ usual: Double, _ range: ClosedRange<Double>) -> Double {
        guard let node else { return usual }
        guard let number = node.float, range.contains(number) else {
            report(
                node, zh: "应是 \(range.lowerBound) 至 \(range.upperBound) 的数。",
                en: "This must be a number from \(range.lowerBound) to \(range.upperBound).")
            return usual
        }
        return number
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(_ node: Node?, _ usual: Word) -> Word
    where Word.RawValue == String {
        guard let node else { return usual }
        guard let word = node.string.flatMap({ Word(rawValue: $0) }) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            report(node, zh: "可以写：\(words)。", en: "Write one of \(words).")
            return usual
        }
        return word
    }

    private mutating func report(_ node: Node?, zh: String, en: String) {
        let line = node?.mark.map { file.lineRange($0.line) } ?? file.start
        findings.append(Diagnostic(.themeDescription, at: line, message: LocalizedText(zh: zh, en: en)))
    }
}

extension SourceFile {
    /// A whole line, from 1.
    fileprivate func lineRange(_ number: Int) -> SourceRange {
        var line = 1
        var offset = 0
        while line < number, offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\n") { line += 1 }
            offset += 1
        }
        return range(lineBytes(around: offset))
    }
}

/// Texts with names of values in braces.
enum CertificateText {
    static func names(in text: String) -> [String] { parts(of: text).filter(\.isName).map(\.text) }

    /// The text with its values; `nil` when it has names and all of their values are empty.
    static func filled(_ text: String, _ values: [String: String]) -> String? {
        let parts = parts(of: text)
        let names = parts.filter(\.isName)
        guard names.isEmpty || names.contains(where: { !(values[$0.text] ?? "").isEmpty }) else { return nil }
        return parts.map { $0.isName ? values[$0.text] ?? "" : $0.text }.joined()
    }

    private static func parts(of text: String) -> [(text: String, isName: Bool)] {
        var parts: [(String, Bool)] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append((String(rest[..<open]), false))
            parts.append((String(rest[rest.index(after: open)..<close]), true))
            rest = rest[rest.index(after: close)...]
        }
        return parts + [(String(rest), false)]
    }
}
