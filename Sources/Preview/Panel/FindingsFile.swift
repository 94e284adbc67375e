import Diagnostics
import PreviewServer
import Text

/// The findings as the panel reads them.
enum FindingsFile {
    /// Findings that are sent; nobody reads more.
    private static let maximumCount = 300

    /// - Parameter editorToken: what opens an editor; `nil` when there is none.
    static func content(
        of state: PreviewState, editorToken: String?, _ language: MessageLanguage
    ) -> PreviewContent {
        let site = state.snapshot?.site
        let (pages, mark) = (FindingPages(site), FindingMark(site))
        let findings = state.report.worstFirst.prefix(maximumCount).map { entry -> JSONValue in
            let finding = entry.diagnostic
            return .object([
                .init("severity", .string(finding.severity.rawValue)), .init("rule", .string(finding.rule.name)),
                .init("message", .string(finding.message[language])),
                .init("help", finding.help.map { .string($0[language]) } ?? .null),
                .init("place", KnownPlaces.name(of: entry).map { .string($0) } ?? .null),
                .init("line", TextRenderer.excerpt(of: entry).map { .string($0) } ?? .null),
                .init("url", pages.url(of: finding).map { .string($0) } ?? .null),
                .init("mark", mark.json(of: finding)),
            ])
        }
        let value = JSONValue.object([
            .init("number", .integer(state.number)), .init("isStale", .bool(state.isStale)),
            .init("isChecked", .bool(state.isChecked)),
            .init("language", .string(language.rawValue)),
            .init("editor", editorToken.map { .string($0) } ?? .null),
            .init("base", .string(site?.configuration.baseURL.path ?? "/")),
            .init("total", .integer(state.report.entries.count)),
            .init("errors", .integer(state.report.count(of: .error))),
            .init("warnings", .integer(state.report.count(of: .warning))),
            .init("hints", .integer(state.report.count(of: .hint))), .init("findings", .array(findings)),
        ])
        return PreviewContent(bytes: value.bytes(), path: "findings.json")
    }
}
