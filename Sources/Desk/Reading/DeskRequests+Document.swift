import Content
import Diagnostics
import Editing
import Preview
import Rules
import SiteModel
import Text
import Values

extension DeskRequests {
    /// A file with all that a page needs to edit it.
    func document(at path: String, _ site: DeskSite) throws -> JSONValue {
        let text = try opened(path, site)
        let entries = site.state.report.entries.filter { $0.diagnostic.range?.file.path == path }
        return .object(
            [
                .init("path", .string(path)), .init("kind", .string(kind(of: path))),
                .init("encoding", .string(Self.name(of: text.stored?.encoding))),
                .init("isEditable", .bool(text.document != nil)),
                .init("why", text.refusal.map { .string($0.message[site.words]) } ?? .null),
            ] + description(of: text, entries, site.snapshot, number: site.state.number, site))
    }

    /// The version of a file that stands on the disk, kept so that what is edited in it can be told from what others change.
    func opened(_ path: String, _ site: DeskSite) throws -> DeskText {
        guard let place = DeskPath(path) else { throw DeskRefusal.noFile(path) }
        guard let bytes = place.read(from: workspace, limit: DeskText.maximumByteCount + 1) else {
            throw DeskRefusal.noFile(path)
        }
        guard bytes.count <= DeskText.maximumByteCount else {
            throw DeskRefusal(.tooLarge, zh: "\(path) 太大，不能在这里修改。", en: "\(path) is too large to be edited here.")
        }
        let text = DeskText(place, bytes, site.language)
        versions.keep(text.bytes, digest: text.digest)
        return text
    }

    /// What follows from a version of a file: its text, fields, findings and length.
    ///
    /// - Parameters:
    ///   - entries: findings about the file.
    ///   - snapshot: the site with this version.
    func description(
        of text: DeskText, _ entries: [DiagnosticReport.Entry], _ snapshot: PreviewSnapshot?, number: Int,
        _ site: DeskSite
    ) -> [JSONValue.Member] {
        let findings = FindingDescription(of: text, site)
        let body = text.body
        let page = snapshot?.content.page(at: text.path.text)
        var counts: [JSONValue.Member] = [
            .init("characters", page.map { .integer($0.body.characterCount) } ?? .null)
        ]
        if case .writeUp = DeskKind(path: text.path.text) {
            let limits = TextLengths.writeUp.range
            counts += [.init("min", .integer(limits.lowerBound)), .init("max", .integer(limits.upperBound))]
        }
        let fields = FieldDescription(words: site.words, language: site.language)
        return [
            .init("digest", .string(text.digest)), .init("text", .string(text.places.text)),
            .init("fields", text.document.map(fields.json) ?? .array([])),
            .init("body", .object([.init("start", .integer(body.start)), .init("end", .integer(body.end))])),
            .init("url", FindingPages(snapshot?.site).url(ofSource: text.path.text).map { .string($0) } ?? .null),
            .init("isDraft", .bool(page?.draft != nil)),
            .init("findings", .array(entries.map(findings.json))), .init("counts", .object(counts)),
            .init("number", .integer(number)),
        ]
    }

    private func kind(of path: String) -> String {
        if let kind = DeskKind(path: path) { return kind.rawValue }
        return String(path.split(separator: "/").last ?? "")
    }

    private static func name(of encoding: EncodedText.Encoding?) -> String {
        switch encoding {
        case .utf8: "UTF-8"
        case .utf16: "UTF-16"
        case .gb18030: "GB18030"
        case nil: ""
        }
    }
}

extension SiteContent {
    /// The text at a path; `nil` where there is none that can be read.
    func page(at path: String) -> Page? {
        if let writeUp = writeUps.first(where: { $0.page.path.text == path }) { return writeUp.page }
        if let document = documents.all.first(where: { $0.page.path.text == path }) { return document.page }
        return editions.first { $0.page.path.text == path }?.page
    }
}
