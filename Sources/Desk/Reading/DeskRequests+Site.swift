import Content
import Diagnostics
import Foundation
import History
import SiteModel
import Text

extension DeskRequests {
    /// Tells this site from others that are served at the same address at other times: by its folder, whatever it is called from.
    private var siteID: String {
        let path = URL(fileURLWithPath: context.folder).resolvingSymlinksInPath().standardizedFileURL.path
        return String(DeskText.digest(of: Array(path.utf8)).prefix(16))
    }

    /// What every screen of the desk knows.
    func overview(_ site: DeskSite) throws -> JSONValue {
        let configuration = site.site?.configuration
        let kinds: [JSONValue] = DeskKind.allCases.map { kind in
            .object([
                .init("kind", .string(kind.rawValue)), .init("label", .string(kind.label[site.words])),
                .init("canCreate", .bool(!context.isReadOnly)),
            ])
        }
        return .object([
            .init("name", .string(configuration?.title ?? "")),
            .init("id", .string(siteID)),
            .init("language", .string(site.words.rawValue)),
            .init("basePath", .string(configuration?.baseURL.path ?? "/")),
            .init("isReadOnly", .bool(context.isReadOnly)),
            .init("person", try SiteHistory(site: context.folder).person().map { .string($0.text) } ?? .null),
            .init("number", .integer(site.state.number)),
            .init("offers", .array((Self.readings + Self.writings).map(JSONValue.string))),
            .init("kinds", .array(kinds)),
            .init(
                "editions",
                .array((site.snapshot?.content.editions ?? []).map(\.year.value).sorted(by: >).map(JSONValue.integer))),
            .init(
                "editorName",
                .object([
                    .init("codemirror", .bool(vendors.hasCodeMirror)), .init("turndown", .bool(vendors.hasTurndown)),
                ])),
        ])
    }
}

/// A kind of texts as editors know it.
enum DeskKind: Hashable, CaseIterable {
    case document(DocumentKind)
    case writeUp
    case edition

    static let allCases: [DeskKind] = DocumentKind.allCases.map(DeskKind.document) + [.writeUp, .edition]

    init?(rawValue: String) {
        guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = kind
    }

    var rawValue: String {
        switch self {
        case .document(let kind): kind.rawValue
        case .writeUp: "writeup"
        case .edition: "edition"
        }
    }

    var label: LocalizedText {
        switch self {
        case .document(let kind): kind.declaration.schema.name
        case .writeUp: LocalizedText(zh: "成果材料", en: "write-up")
        case .edition: LocalizedText(zh: "年度", en: "edition")
        }
    }
}
