import Addresses
import Diagnostics
import PreviewServer
import SiteModel
import Text
import Theming

/// What the template of a page reads, for theme authors: as a tree to look at, and as JSON.
struct DataPage {
    /// Elements of a list that are shown in the tree; the file has all.
    private static let maximumElements = 50
    /// Characters of a text that are shown in the tree.
    private static let maximumCharacters = 600

    let route: Route
    let data: PageData
    let words: MessageLanguage
    /// The address of the page with the path of the base URL.
    let pageURL: String

    /// All values by name.
    var json: PreviewContent {
        let value = JSONValue.object(
            [.init("template", .string(data.template)), .init("url", .string(route.url))] + Self.members(data.fields))
        return PreviewContent(bytes: value.bytes(isPretty: true), path: "data.json")
    }

    private static func members(_ fields: [PageData.Field]) -> [JSONValue.Member] {
        fields.map { .init($0.name, json($0.value)) }
    }

    private static func json(_ value: PageData.Value) -> JSONValue {
        switch value {
        case .text(let text), .html(let text): .string(text)
        case .flag(let flag): .bool(flag)
        case .texts(let texts): .array(texts.map { .string($0) })
        case .view(let fields): fields.map { .object(members($0)) } ?? .null
        case .list(let elements): .array(elements.map { .object(members($0)) })
        }
    }

    func html() -> String {
        let title = text(zh: "模板数据", en: "Template data")
        let own = PreviewPages.ownPath
        let lead = text(
            zh: "模板 <code>\(data.template).mustache</code> 在这个页面上能读到的全部数据。字段说明见 docs/themes.md。",
            en:
                "All that the template <code>\(data.template).mustache</code> can read on this page; docs/themes.md explains it."
        )
        let links = [
            "<a href=\"\(HTML.escaped(pageURL))\">\(HTML.escaped(route.url))</a>",
            "<a href=\"\(own)data\(HTML.escaped(PercentEncoding.path(route.url)))\">JSON</a>",
            "<a href=\"\(own)\">\(text(zh: "编辑台", en: "Desk"))</a>",
        ]
        return HTML.document(
            language: words, title: title,
            body: "<h1>\(title)</h1><p>\(links.joined(separator: " · "))</p><p>\(lead)</p>"
                + tree(data.fields, isOpen: true))
    }

    private func text(zh: String, en: String) -> String { LocalizedText(zh: zh, en: en)[words] }

    private func tree(_ fields: [PageData.Field], isOpen: Bool = false) -> String {
        let items = fields.map { field in
            let name = "<code title=\"\(HTML.escaped(field.purpose))\">\(HTML.escaped(field.name))</code>"
            return "<li>\(item(name, field.value, isOpen: isOpen))</li>"
        }
        return "<ul class=\"data\">\(items.joined())</ul>"
    }

    private func item(_ name: String, _ value: PageData.Value, isOpen: Bool) -> String {
        switch value {
        case .text(let text): return text.isEmpty ? "\(name) \(none)" : "\(name) <q>\(shortened(text))</q>"
        case .html(let text):
            return text.isEmpty ? "\(name) \(none)" : folded("\(name) HTML", "<pre>\(shortened(text))</pre>")
        case .flag(let flag): return "\(name) <b>\(flag ? text(zh: "是", en: "yes") : text(zh: "否", en: "no"))</b>"
        case .texts(let texts):
            return texts.isEmpty
                ? "\(name) \(none)" : "\(name) " + texts.map { "<q>\(shortened($0))</q>" }.joined(separator: " ")
        case .view(let fields): return fields.map { folded(name, tree($0), isOpen: isOpen) } ?? "\(name) \(none)"
        case .list(let elements):
            guard !elements.isEmpty else { return "\(name) \(none)" }
            let shown = elements.prefix(Self.maximumElements).enumerated().map { index, fields in
                "<li>\(folded("\(index + 1)", tree(fields)))</li>"
            }
            let rest = elements.count - shown.count
            let more =
                rest > 0 ? "<li>\(text(zh: "还有 \(rest) 项，见 JSON", en: "\(rest) more; the JSON has them"))</li>" : ""
            return folded("\(name) × \(elements.count)", "<ol class=\"data\">\(shown.joined())\(more)</ol>")
        }
    }

    private var none: String { "<span class=\"gap\">\(text(zh: "无", en: "none"))</span>" }

    private func folded(_ summary: String, _ body: String, isOpen: Bool = false) -> String {
        "<details\(isOpen ? " open" : "")><summary>\(summary)</summary>\(body)</details>"
    }

    private func shortened(_ text: String) -> String {
        let start = text.prefix(Self.maximumCharacters)
        return HTML.escaped(String(start)) + (start.endIndex < text.endIndex ? "…" : "")
    }
}
