import Content
import Diagnostics
import Rules
import SiteModel
import Values

/// Which enterprise or association took the place of one whose address was published and is gone: the one of the same
/// name, or the one that its team has now. Their pages have no texts, so that old addresses stand in `enterprises.yaml` and `associations.yaml`.
struct RenamedPlaces {
    private enum Kind {
        case enterprise, association

        var path: String {
            switch self {
            case .enterprise: "content/enterprises.yaml"
            case .association: "content/associations.yaml"
            }
        }
    }

    private struct Heir {
        let id: String
        let name: String
        /// `nil` for one that stands in no list.
        let entry: SourceRange?
    }

    /// Recorded names by address.
    private let names: [String: String]
    private let heirs: [String: Heir]
    private let renamed: [String: String]
    private let failedPaths: Set<String>
    private let isUnsettled: Bool

    /// - Parameters:
    ///   - failedPaths: paths of files with errors, which explain what they lack.
    ///   - renamed: what enterprises are called now, by the names that they were published with, as names are compared.
    ///   - isUnsettled: whether lists are lacking, and enterprises with them, which others tell.
    init(
        site: Site, names: [String: String], renamed: [String: String], failedPaths: Set<String>, isUnsettled: Bool
    ) {
        self.names = names
        self.renamed = renamed
        self.failedPaths = failedPaths.union(site.unusablePaths)
        self.isUnsettled = isUnsettled
        var heirs: [String: Heir] = [:]
        for enterprise in site.enterprises where !enterprise.teams.isEmpty {
            let heir = Heir(id: enterprise.id, name: enterprise.name, entry: enterprise.entry?.id.range)
            let called = (enterprise.entry?.names ?? []).map(\.name.value) + [enterprise.name]
            for name in called { heirs[Self.key(.enterprise, name)] = heir }
        }
        for association in site.associations {
            heirs[Self.key(.association, association.name)] = Heir(
                id: association.id, name: association.name, entry: association.entry?.id.range)
        }
        self.heirs = heirs
    }

    private static func key(_ kind: Kind, _ name: String) -> String { kind.path + ComparableName.key(name) }

    /// What is to be said of an address that is gone.
    enum Answer {
        /// It is none of an enterprise's or association's page.
        case other
        /// The finding about a list with errors, or about the page of this file, tells it.
        case explained
        case finding(Diagnostic)
    }

    /// - Parameter known: all addresses that were published.
    func answer(about address: (text: String, range: SourceRange), known: Set<String>) -> Answer {
        let kind: Kind
        if address.text.hasPrefix(SiteURL.enterprises) {
            kind = .enterprise
        } else if address.text.hasPrefix(SiteURL.associations) {
            kind = .association
        } else {
            return .other
        }
        let name = names[address.text]
        let heir = name.flatMap { name in
            heirs[Self.key(kind, name)]
                ?? (kind == .enterprise ? renamed[ComparableName.key(name)] : nil).flatMap { heirs[Self.key(kind, $0)] }
        }
        if failedPaths.contains(kind.path) || (heir == nil && kind == .enterprise && isUnsettled) { return .explained }
        guard address.text.hasSuffix("/") else {
            let folder = address.text.prefix(through: address.text.lastIndex(of: "/") ?? address.text.startIndex)
            return known.contains(String(folder)) ? .explained : .other
        }
        return .finding(finding(about: address, kind, name, heir: heir))
    }

    private func finding(
        about address: (text: String, range: SourceRange), _ kind: Kind, _ name: String?, heir: Heir?
    ) -> Diagnostic {
        let called = name.map { (zh: "（“\($0)”的页面）", en: " (the page of “\($0)”)") } ?? (zh: "", en: "")
        return Diagnostic(
            .vanishedURL, at: address.range,
            message: LocalizedText(
                zh: "网址 \(address.text)\(called.zh)公开过，现在没有了。",
                en: "The address \(address.text)\(called.en) was published and is gone."),
            help: help(address.text, kind, heir),
            related: heir?.entry.map {
                [Diagnostic.Related(LocalizedText(zh: "现在的编号在这里", en: "its id now"), at: $0)]
            } ?? [], url: address.text)
    }

    private func help(_ address: String, _ kind: Kind, _ heir: Heir?) -> LocalizedText {
        guard let heir else {
            return LocalizedText(
                zh:
                    "改了编号或名称的，请在 \(kind.path) 中它现在那一项里写“旧网址: [\(address)]”；名单里的名称写错了的，请改回来；名单里不再有它的，在年度等接替它的页面的开头写“旧网址: [\(address)]”。",
                en:
                    "After a new id or name, write `aliases: [\(address)]` in its present entry of \(kind.path); where a name in a roster is wrong, correct it; where no list has it any more, write it in the front matter of the page that takes its place, such as the year's."
            )
        }
        if heir.entry != nil {
            return LocalizedText(
                zh: "请在 \(kind.path) 中编号为 \(heir.id) 的一项里写“旧网址: [\(address)]”，旧网址就转到现在的页面。",
                en:
                    "Write `aliases: [\(address)]` in the entry \(heir.id) of \(kind.path), and the old address leads to the page."
            )
        }
        // In braces some signs of names would mean something.
        let name = "\"" + heir.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        switch kind {
        case .enterprise:
            return LocalizedText(
                zh:
                    "请在 \(kind.path) 中加一项：- {编号: \(heir.id), 名称: [{名称: \(name)}], 旧网址: [\(address)]}，旧网址就转到现在的页面。",
                en:
                    "Add to \(kind.path): - {id: \(heir.id), names: [{name: \(name)}], aliases: [\(address)]}, and the old address leads to the page."
            )
        case .association:
            return LocalizedText(
                zh:
                    "请在 \(kind.path) 中加一项：- {编号: \(heir.id), 名称: \(name), 级别: 省级, 旧网址: [\(address)]}（级别按实际写），旧网址就转到现在的页面。",
                en:
                    "Add to \(kind.path): - {id: \(heir.id), name: \(name), level: provincial, aliases: [\(address)]} with its true level, and the old address leads to the page."
            )
        }
    }
}
