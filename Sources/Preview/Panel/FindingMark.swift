import Diagnostics
import SiteModel
import Text
import Values

/// How the panel finds on the page what a finding is about.
///
/// The page itself stays as it is published: the panel marks what it can find there, and lists the rest above the page.
struct FindingMark {
    /// Longer texts stand on the page in pieces.
    private static let maximumTextBytes = 160

    private let links: LinkResolver?

    /// - Parameter site: `nil` before there is one.
    init(_ site: Site?) { links = site.map { LinkResolver(site: $0) } }

    /// `{"kind": "reference", "address": …}` for a link or an image, `{"kind": "text", "text": …}` for words of the text,
    /// `{"kind": "field", "name": …}` for metadata, `{"kind": "row"}` for a table; null for what no page shows.
    func json(of finding: Diagnostic) -> JSONValue {
        guard let range = finding.range, range.file.path.hasPrefix("content/") else { return .null }
        guard range.file.path.hasSuffix(".md") else {
            return range.file.bytes.isEmpty ? .null : .object([.init("kind", .string("row"))])
        }
        let head = HeadOfFile(range.file.bytes)
        guard range.bytes.lowerBound >= head.text else {
            let name = HeadOfFile.lines(of: range.file.bytes[head.metadata]).last { line in
                line.lowerBound <= range.bytes.lowerBound && HeadOfFile.beginsField(range.file.bytes[line])
            }.map { HeadOfFile.fieldName(in: range.file.bytes[$0]) }
            return .object([.init("kind", .string("field")), .init("name", .string(name ?? ""))])
        }
        let bytes = range.file.bytes[range.bytes]
        // What is known of persons is masked in findings, and is not sent beside them either.
        guard finding.rule.group != "privacy", !bytes.isEmpty, bytes.count <= Self.maximumTextBytes,
            !bytes.contains(UInt8(ascii: "\n"))
        else { return .null }
        let text = String(decoding: bytes, as: UTF8.self)
        guard finding.rule.group == "link", let links, let path = SitePath(range.file.path) else {
            return .object([.init("kind", .string("text")), .init("text", .string(text))])
        }
        let address = links.href(links.target(of: text, from: path), fallback: text)
        return .object([
            .init("kind", .string("reference")), .init("address", .string(address)), .init("text", .string(text)),
        ])
    }
}
